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
 * @param cards what it has agreed with ECPay about cards
 * @param refunds what it has chosen for the way back
 */
public record Merchant(
    MerchantId id,
    String name,
    EcpayAccount payments,
    EcpayAccount invoices,
    CallbackUrls callbacks,
    boolean dashboardNotifies,
    InvoicePolicy invoicing,
    CardTerms cards,
    RefundPolicy refunds) {

  /** With the usual agreement about cards, and the usual way back. */
  public Merchant(
      MerchantId id,
      String name,
      EcpayAccount payments,
      EcpayAccount invoices,
      CallbackUrls callbacks,
      boolean dashboardNotifies,
      InvoicePolicy invoicing) {
    this(
        id,
        name,
        payments,
        invoices,
        callbacks,
        dashboardNotifies,
        invoicing,
        CardTerms.DEFAULT,
        RefundPolicy.DEFAULT);
  }
}
