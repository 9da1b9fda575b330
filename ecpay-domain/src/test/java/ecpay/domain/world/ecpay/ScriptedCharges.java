package ecpay.domain.world.ecpay;

import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.CardTrade.CloseRecord;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.Payment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ECPay's cards, with books of their own: what is not allowed in a state is refused there too. */
public final class ScriptedCharges implements CardGateway {
  private static final class Card {
    CardState state;
    final long whole;
    final List<Long> refunds = new ArrayList<>();

    Card(CardState state, long whole) {
      this.state = state;
      this.whole = whole;
    }

    long left() {
      return whole - refunds.stream().mapToLong(Long::longValue).sum();
    }
  }

  private final Wire wire;
  private final Clock clock;
  private final Map<MerchantTradeNo, Card> cards = new HashMap<>();
  private CardState beginning = CardState.CAPTURED;
  private boolean covered = true;

  public ScriptedCharges(Wire wire, Clock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** How cards stand that nobody has asked about yet. */
  public void begin(CardState state) {
    beginning = state;
  }

  /** ECPay's clock, or a person in its back office, moves every card. */
  public void turn(CardState state) {
    beginning = state;
    cards.values().forEach(card -> card.state = state);
  }

  /** A person gives so much of every card back in ECPay's back office, TWD. */
  public void givenBackByHand(long amount) {
    cards.values().forEach(card -> card.refunds.add(amount));
  }

  /** Whether the account at ECPay covers refunds. */
  public void covered(boolean enough) {
    covered = enough;
  }

  /** What has gone back of all cards, TWD. */
  public long wentBack() {
    return cards.values().stream()
        .mapToLong(card -> card.state == CardState.CANCELED ? card.whole : card.whole - card.left())
        .sum();
  }

  /** How many refunds (R) ECPay has made. */
  public int refunds() {
    return cards.values().stream().mapToInt(card -> card.refunds.size()).sum();
  }

  @Override
  public Answer<CardTrade> queryCard(Merchant merchant, Payment.Paid payment) {
    return wire.call("CreditDetail/QueryTrade", () -> new Answer.Accepted<>(told(card(payment))));
  }

  @Override
  public Answer<Acted> doAction(
      Merchant merchant, Payment.Paid payment, CardAction action, Money amount) {
    return wire.call(
        "DoAction",
        () -> {
          Card card = card(payment);
          boolean done =
              switch (action) {
                case CAPTURE -> turned(card, CardState.AUTHORIZED, CardState.TO_BE_CAPTURED);
                case CANCEL_CAPTURE ->
                    card.refunds.isEmpty()
                        && turned(card, CardState.TO_BE_CAPTURED, CardState.AUTHORIZED);
                case ABANDON -> turned(card, CardState.AUTHORIZED, CardState.CANCELED);
                case REFUND -> refunded(card, amount.twd());
              };
          return done
              ? new Answer.Accepted<>(new Acted())
              : new Answer.Refused<>("10200999", "error_state_" + action.letter());
        });
  }

  private Card card(Payment.Paid payment) {
    return cards.computeIfAbsent(
        payment.tradeNo(), _ -> new Card(beginning, payment.attempt().amount().twd()));
  }

  private static boolean turned(Card card, CardState from, CardState to) {
    if (card.state != from) {
      return false;
    }
    card.state = to;
    return true;
  }

  private boolean refunded(Card card, long amount) {
    boolean allowed =
        card.state == CardState.CAPTURED
            ? amount <= card.left()
            : card.state == CardState.TO_BE_CAPTURED && amount < card.left();
    if (allowed && covered) {
      card.refunds.add(amount);
    }
    return allowed && covered;
  }

  private CardTrade told(Card card) {
    List<CloseRecord> closes = new ArrayList<>();
    for (long refund : card.refunds) {
      closes.add(
          new CloseRecord(CardState.TO_BE_CAPTURED, "1", -refund, Optional.of(clock.instant())));
    }
    return new CardTrade(
        card.state,
        card.state.name(),
        Money.of(card.whole),
        Money.of(card.state == CardState.CAPTURED ? card.whole : 0),
        Optional.empty(),
        closes);
  }
}
