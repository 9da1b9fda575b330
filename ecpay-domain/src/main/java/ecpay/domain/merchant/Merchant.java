package ecpay.domain.merchant;

/**
 * A shop that sells through us.
 *
 * @param name shown to its buyers
 * @param payments its payment account at ECPay
 * @param invoices its e-invoice account at ECPay, with other keys
 * @param callbacks where ECPay reports to
 * @param dashboardNotifies whether ECPay's own dashboard already notifies this merchant's buyers,
 *     so that an automatic notice of ours would be the second (R-NOT-06)
 * @param invoicing what it has chosen where ECPay's invoice rules leave a choice
 */
public record Merchant(
    MerchantId id,
    String name,
    EcpayAccount payments,
    EcpayAccount invoices,
    CallbackUrls callbacks,
    boolean dashboardNotifies,
    InvoicePolicy invoicing) {}
