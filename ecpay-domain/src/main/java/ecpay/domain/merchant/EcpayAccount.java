package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

import java.util.Optional;

/**
 * One contract with ECPay. Payments and invoices have one each; their keys never work for the other
 * service.
 *
 * @param merchantId whose money or documents they are
 * @param credentials the keys that encrypt and sign: the platform's in platform mode (R-TRN-09)
 * @param platform the platform that calls for its bound sub-merchant; empty for ordinary merchants
 *     (R-TRN-10)
 */
public record EcpayAccount(
    EcpayMerchantId merchantId, Credentials credentials, Optional<EcpayMerchantId> platform) {
  public EcpayAccount {
    demand(
        platform.isEmpty() || !platform.get().equals(merchantId),
        "R-TRN-09",
        "platform",
        "a platform calls for a bound sub-merchant, never for itself");
  }

  /** An ordinary merchant's own contract. */
  public EcpayAccount(EcpayMerchantId merchantId, Credentials credentials) {
    this(merchantId, credentials, Optional.empty());
  }

  /**
   * Whose keys these are, and so who calls in ECPay's eyes: the platform for its sub-merchants, the
   * merchant itself otherwise.
   */
  public EcpayMerchantId caller() {
    return platform.orElse(merchantId);
  }
}
