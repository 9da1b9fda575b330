package ecpay.sandbox.ledger.trade;

/**
 * What the buyer chose in the form, without anything secret.
 *
 * @param card6 first six digits of a card, else empty
 * @param card4 last four digits of a card, else empty
 * @param outcome what the test card leads to
 * @param instalments how many, 0 for none
 * @param bonus whether bonus points are used
 * @param remember whether the card is to be remembered
 */
public record PayChoice(
    PayMethod method,
    String card6,
    String card4,
    CardOutcome outcome,
    int instalments,
    boolean bonus,
    boolean remember) {
  /** A method that asks for no card in the form. */
  public static PayChoice without(PayMethod method) {
    return new PayChoice(method, "", "", CardOutcome.APPROVED, 0, false, false);
  }

  /** A card that is charged once. */
  public static PayChoice single(String card6, String card4, CardOutcome outcome) {
    return new PayChoice(PayMethod.CARD, card6, card4, outcome, 0, false, false);
  }
}
