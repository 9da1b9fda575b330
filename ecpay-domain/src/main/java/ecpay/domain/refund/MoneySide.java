package ecpay.domain.refund;

import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardTrade;

/** Where the money is that is to go back. */
public sealed interface MoneySide {
  /** On a card, as ECPay shows it now (R-CAP-01). */
  record OnCard(CardTrade trade, CardKind kind) implements MoneySide {}

  /**
   * Paid by a code, a bank or a wallet; a person gives it back (R-CAP-09).
   *
   * @param paymentType as ECPay named it
   */
  record ByHand(String paymentType) implements MoneySide {}
}
