package ecpay.sandbox.ledger.trade;

/**
 * What the buyer chose in the form, without anything secret.
 *
 * @param card6 first six digits of a card, else empty
 * @param card4 last four digits of a card, else empty
 * @param outcome what the test card leads to; APPROVED for other methods
 */
public record PayChoice(PayMethod method, String card6, String card4, CardOutcome outcome) {
  public static PayChoice without(PayMethod method) {
    return new PayChoice(method, "", "", CardOutcome.APPROVED);
  }
}
