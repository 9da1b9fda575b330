package ecpay.app.web.console.refund;

import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardTrade;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Cards that all stand like the test says, and an ECPay that acts like it says. */
final class ScriptedCards implements CardGateway {
  /** What left, such as {@code R 1000}. */
  final List<String> actions = new CopyOnWriteArrayList<>();

  volatile String word = "Captured";
  volatile Answer<Acted> acting = new Answer.Accepted<>(new Acted());

  @Override
  public Answer<CardTrade> queryCard(Merchant merchant, Payment.Paid payment) {
    Money paid = payment.attempt().amount();
    return new Answer.Accepted<>(
        CardTrade.told(word, paid, Money.ZERO, Optional.empty(), List.of()));
  }

  @Override
  public Answer<Acted> doAction(
      Merchant merchant, Payment.Paid payment, CardAction action, Money amount) {
    actions.add(action.letter() + " " + amount.twd());
    return acting;
  }
}
