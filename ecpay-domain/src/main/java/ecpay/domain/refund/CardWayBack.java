package ecpay.domain.refund;

import ecpay.domain.card.CardKind;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.money.Money;
import ecpay.domain.refund.RefundAct.Abandon;
import ecpay.domain.refund.RefundAct.CancelCapture;
import ecpay.domain.refund.RefundAct.OfCard;
import ecpay.domain.refund.RefundAct.RefundCard;
import ecpay.domain.rule.Violations;
import java.util.List;
import java.util.Optional;

/**
 * How the money of a card goes back from where it stands.
 *
 * @param acts none when nothing is left to give back
 * @param waitsFor set while nothing may be done yet, with the reason
 */
public record CardWayBack(List<OfCard> acts, Optional<String> waitsFor) {
  public CardWayBack {
    acts = List.copyOf(acts);
  }

  /**
   * The way from there (R-CAP-02, R-CAP-03).
   *
   * @param amount what goes back; never more, for a person may have paid the rest back by hand
   * @param everything whether that is all that is left; then it is less where ECPay has less left
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-02, R-CAP-04, R-CAP-05 when there is
   *     none
   */
  public static CardWayBack of(CardTrade trade, CardKind kind, Money amount, boolean everything) {
    demandKnown(trade);
    demandWhole(trade, kind, amount, everything);
    Money back = everything && amount.isMoreThan(trade.left()) ? trade.left() : amount;
    boolean whole = back.equals(trade.left());
    return switch (trade.state()) {
      case AUTHORIZED, OPERATION_CANCELLED -> {
        Violations.demand(
            whole,
            "R-CAP-02",
            "amount",
            "the card is authorised and not captured: capture it first, or refund all of it");
        yield now(List.of(new Abandon(trade.authorized())));
      }
      case TO_BE_CAPTURED -> toBeCaptured(trade, kind, back, whole);
      case CAPTURED -> now(back.isPositive() ? List.of(refund(trade, back)) : List.of());
      case SETTLING -> later(refund(trade, back), "the bank's booking");
      case CANCELED -> {
        Violations.demand(
            everything, "R-CAP-02", "payment", "the card is canceled: no money was taken of it");
        yield now(List.of());
      }
      case TO_BE_CANCELED, CANCELLATION_IN_PROCESS -> {
        Violations.demand(
            everything, "R-CAP-02", "payment", "ECPay is cancelling the card: refund all of it");
        yield later(new Abandon(trade.authorized()), "the cancellation that is under way at ECPay");
      }
      case UNAUTHORIZED, REFUSED, UNKNOWN -> now(List.of());
    };
  }

  /** How the money of a card went back of which nothing is left: without us, or unheard. */
  public static OfCard gone(CardTrade trade, Money amount) {
    return trade.state() == CardState.CANCELED
        ? new Abandon(trade.authorized())
        : new RefundCard(amount);
  }

  private static CardWayBack toBeCaptured(
      CardTrade trade, CardKind kind, Money back, boolean whole) {
    if (!whole) {
      return now(List.of(refund(trade, back)));
    }
    boolean mayTakeBack = !kind.unionPay() && trade.refunded().equals(Money.ZERO);
    return mayTakeBack
        ? now(List.of(new CancelCapture(trade.authorized()), new Abandon(trade.authorized())))
        : later(refund(trade, back), "the bank's capture of the card");
  }

  private static void demandKnown(CardTrade trade) {
    boolean hasMoney =
        switch (trade.state()) {
          case UNAUTHORIZED, REFUSED, UNKNOWN -> false;
          case AUTHORIZED,
              OPERATION_CANCELLED,
              TO_BE_CAPTURED,
              CAPTURED,
              SETTLING,
              CANCELED,
              TO_BE_CANCELED,
              CANCELLATION_IN_PROCESS ->
              true;
        };
    Violations.demand(
        hasMoney,
        "R-CAP-02",
        "payment",
        "ECPay shows the card as '" + trade.word() + "': see its back office");
  }

  private static void demandWhole(
      CardTrade trade, CardKind kind, Money amount, boolean everything) {
    Violations.demand(
        !kind.onlyInFull() || everything || amount.equals(trade.authorized()),
        "R-CAP-05",
        "amount",
        "instalments and bonus points go back in full only");
  }

  private static RefundCard refund(CardTrade trade, Money back) {
    Violations.demand(
        !back.isMoreThan(trade.left()),
        "R-CAP-04",
        "amount",
        "ECPay has only " + trade.left() + " of this card left to give back");
    return new RefundCard(back);
  }

  private static CardWayBack now(List<OfCard> acts) {
    return new CardWayBack(acts, Optional.empty());
  }

  private static CardWayBack later(OfCard act, String reason) {
    return new CardWayBack(
        act.amount().isPositive() ? List.of(act) : List.of(), Optional.of(reason));
  }
}
