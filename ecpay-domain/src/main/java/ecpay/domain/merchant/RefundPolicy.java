package ecpay.domain.merchant;

/**
 * What a merchant has chosen where the way back leaves a choice.
 *
 * @param first what comes first while the buyer has not consented to an online allowance
 * @param consent how buyers agree to allowances unless a refund says otherwise (R-ALW-33)
 */
public record RefundPolicy(First first, ConsentBy consent) {
  public static final RefundPolicy DEFAULT =
      new RefundPolicy(First.MONEY_AFTER_CONSENT, ConsentBy.PAPER);

  /** Money or document. */
  public enum First {
    /** The money goes back once the buyer has consented. */
    MONEY_AFTER_CONSENT,
    /** The money goes back at once. */
    MONEY_FIRST
  }

  /** How a buyer agrees to an allowance. */
  public enum ConsentBy {
    /** By a signature on the paper slip, which the shop obtains. */
    PAPER,
    /** By a link in a mail of ECPay's. */
    ONLINE
  }
}
