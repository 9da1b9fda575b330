package ecpay.sandbox.ledger.aio;

import ecpay.sandbox.ledger.trade.CardOutcome;

/**
 * What the buyer chose on the checkout page, without anything secret.
 *
 * @param brand bank, store or wallet; empty when the method knows none
 * @param instalment the count, {@code 30N} for the flexible one; empty for a single payment
 * @param bonus whether bonus points are redeemed
 * @param unionPay whether it is a UnionPay card
 */
public record AioChoice(
    AioMethod method,
    String brand,
    String card6,
    String card4,
    CardOutcome outcome,
    String instalment,
    boolean bonus,
    boolean unionPay) {

  /** A method without a card. */
  public static AioChoice of(AioMethod method, String brand) {
    return new AioChoice(method, brand, "", "", CardOutcome.APPROVED, "", false, false);
  }

  /** PaymentType of notices and queries. */
  public String paymentType() {
    return instalment.equals("30N") ? "Flexible_Installment" : method.paymentType(brand);
  }
}
