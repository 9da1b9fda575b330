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

    long wentBack() {
      return state == CardState.CANCELED ? whole : whole - left();
    }
  }

  private final Wire wire;
  private final Clock clock;

  /** Each charge of a contract is an authorization of its own under one MerchantTradeNo. */
  private record Key(MerchantTradeNo tradeNo, int charge) {
    static Key of(Payment.Paid payment) {
      return new Key(payment.tradeNo(), payment.attempt().charge());
    }
  }

  private final Map<Key, Card> cards = new HashMap<>();
  private CardState beginning = CardState.CAPTURED;
  private Telling telling = Telling.SIGNED;
  private boolean covered = true;

  public ScriptedCharges(Wire wire, Clock clock) {
    this.wire = wire;
    this.clock = clock;
  }

  /** How refunds are told, of which no source is sure (U-06). */
  public enum Telling {
    /** As records with a negative amount. */
    SIGNED,
    /** As further records, whose amount has no sign. */
    UNSIGNED,
    /** By what is left of the captured amount alone. */
    NET
  }

  public void tells(Telling how) {
    telling = how;
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

  /** A night at ECPay: what is authorised is to be captured, and what was to be captured is. */
  public void night() {
    cards
        .values()
        .forEach(card ->
            card.state =
                switch (card.state) {
                  case AUTHORIZED -> CardState.TO_BE_CAPTURED;
                  case TO_BE_CAPTURED -> CardState.CAPTURED;
                  case CAPTURED,
                      UNAUTHORIZED,
                      CANCELED,
                      REFUSED,
                      SETTLING,
                      TO_BE_CANCELED,
                      CANCELLATION_IN_PROCESS,
                      OPERATION_CANCELLED,
                      UNKNOWN ->
                      card.state;
                });
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
    return cards.values().stream().mapToLong(Card::wentBack).sum();
  }

  /** What has gone back of one, TWD. */
  public long wentBack(Payment.Paid payment) {
    return card(payment).wentBack();
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
        Key.of(payment), _ -> new Card(beginning, payment.attempt().amount().twd()));
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
    if (telling == Telling.UNSIGNED) {
      closes.add(close(card.whole));
    }
    if (telling != Telling.NET) {
      card.refunds.forEach(
          refund -> closes.add(close(telling == Telling.UNSIGNED ? refund : -refund)));
    }
    long captured = telling == Telling.NET ? card.left() : card.whole;
    return new CardTrade(
        card.state,
        card.state.name(),
        Money.of(card.whole),
        Money.of(card.state == CardState.CAPTURED ? captured : 0),
        Optional.empty(),
        closes);
  }

  private CloseRecord close(long amount) {
    return new CloseRecord(CardState.TO_BE_CAPTURED, "1", amount, Optional.of(clock.instant()));
  }
}
