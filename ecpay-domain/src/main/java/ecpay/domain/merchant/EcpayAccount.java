package ecpay.domain.merchant;

/**
 * One contract with ECPay. Payments and invoices have one each; their keys never work for the other
 * service.
 */
public record EcpayAccount(EcpayMerchantId merchantId, Credentials credentials) {}
