package ecpay.sandbox.ledger.trade;

import ecpay.sandbox.ledger.period.PeriodTerms;
import java.util.List;
import java.util.Optional;

/**
 * How a card may be used for an order.
 *
 * @param resultUrl browser return after a card, may be empty
 * @param unionPayResultUrl browser return after UnionPay, may be empty
 * @param instalments the numbers of instalments to choose from
 * @param bonus whether bonus points may be used
 * @param remember whether the buyer may let ECPay remember the card
 * @param period the contract that the first charge begins, when the order is periodic
 * @param delayedAmount whether CreatePayment says what is to be paid (Apple Pay)
 */
public record CardOffer(
    String resultUrl,
    String unionPayResultUrl,
    List<Integer> instalments,
    boolean bonus,
    boolean remember,
    Optional<PeriodTerms> period,
    boolean delayedAmount) {
  public CardOffer {
    instalments = List.copyOf(instalments);
  }

  /** One payment, and no browser return. */
  public static CardOffer plain() {
    return new CardOffer("", "", List.of(), false, false, Optional.empty(), false);
  }
}
