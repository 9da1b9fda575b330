package ecpay.domain.merchant;

/**
 * What a merchant has chosen where ECPay's rules leave a choice.
 *
 * @param cardCarriers whether physical cards (CarrierType 4 and 5) are offered (D-21)
 * @param strictMixedAllowances whether an allowance on a mixed invoice must itself hold both kinds
 *     of tax (D-46)
 * @param whenUncheckable what to do while the tax authority cannot tell whether a barcode or a
 *     donation code exists
 */
public record InvoicePolicy(
    boolean cardCarriers,
    boolean strictMixedAllowances,
    WhenUncheckable whenUncheckable,
    TrackPolicy tracks) {
  public static final InvoicePolicy DEFAULT =
      new InvoicePolicy(false, false, WhenUncheckable.ISSUE, TrackPolicy.DEFAULT);

  /** What to do while the tax authority is down (10000010). */
  public enum WhenUncheckable {
    /** Issue without the check. */
    ISSUE,
    /** Wait until it answers. */
    WAIT
  }
}
