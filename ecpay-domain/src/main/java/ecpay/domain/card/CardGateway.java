package ecpay.domain.card;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;

/**
 * Port: card payments at ECPay, embedded and hosted alike. Calls take up to 30 seconds and more.
 */
public interface CardGateway {

  /** CreditDetail/QueryTrade, or QueryTrade/V2 of the hosted page: how the card stands. */
  Answer<CardTrade> queryCard(Merchant merchant, Payment.Paid payment);

  /** DoAction. Unknown means: query the card, never repeat blindly (R-PAY-13). */
  Answer<Acted> doAction(Merchant merchant, Payment.Paid payment, CardAction action, Money amount);

  /** ECPay has done it, or has taken it to be done. */
  record Acted() {}
}
