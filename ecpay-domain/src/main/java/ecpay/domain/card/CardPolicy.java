package ecpay.domain.card;

import ecpay.domain.merchant.CardTerms;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Violations;
import java.time.Instant;

/** What may be done with a card in which state, and with how much (R-CAP-02 to R-CAP-12). */
public final class CardPolicy {
  private CardPolicy() {}

  /**
   * Reports everything that stands in the way of an action now.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-02, R-CAP-04, R-CAP-05, R-CAP-07,
   *     R-CAP-11, R-CAP-12
   */
  public static void demand(
      CardAction action,
      Money amount,
      CardTrade trade,
      CardKind kind,
      CardTerms terms,
      Instant now) {
    demandAllowed(terms);
    Violations violations = new Violations();
    violations.require(
        isState(action, trade.state()),
        "R-CAP-02",
        "payment",
        word(action) + " is not possible while ECPay shows the card as '" + trade.word() + "'");
    switch (action) {
      case CAPTURE -> {
        whole(violations, amount, trade);
        violations.require(
            trade.authorizedAt().map(at -> AuthorizationLife.isCapturable(at, now)).orElse(true),
            "R-CAP-07",
            "payment",
            "it was authorised more than 21 days ago: only ECPay's customer service captures it");
      }
      case CANCEL_CAPTURE -> {
        whole(violations, amount, trade);
        violations.require(
            !kind.unionPay(),
            "R-CAP-11",
            "payment",
            "a capture of UnionPay cannot be taken back: refund it once it is captured");
      }
      case ABANDON -> whole(violations, amount, trade);
      case REFUND -> refund(violations, amount, trade, kind);
    }
    violations.throwIfAny();
  }

  /**
   * Whether DoAction may be called at all.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-CAP-12
   */
  public static void demandAllowed(CardTerms terms) {
    Violations.demand(
        terms.actionsAllowed(),
        "R-CAP-12",
        "payment",
        "ECPay's stage neither captures nor refunds cards: use the sandbox, or production");
  }

  private static String word(CardAction action) {
    return switch (action) {
      case CAPTURE -> "a capture";
      case REFUND -> "a refund";
      case CANCEL_CAPTURE -> "taking its capture back";
      case ABANDON -> "releasing it";
    };
  }

  private static boolean isState(CardAction action, CardState state) {
    return switch (action) {
      case CAPTURE -> state == CardState.AUTHORIZED;
      case CANCEL_CAPTURE -> state == CardState.TO_BE_CAPTURED;
      case ABANDON -> state == CardState.AUTHORIZED || state == CardState.OPERATION_CANCELLED;
      case REFUND -> state == CardState.TO_BE_CAPTURED || state == CardState.CAPTURED;
    };
  }

  private static void whole(Violations violations, Money amount, CardTrade trade) {
    violations.require(
        amount.equals(trade.left()) && trade.refunded().twd() == 0,
        "R-CAP-04",
        "amount",
        "this takes the whole " + trade.authorized() + " of which nothing has gone back");
  }

  private static void refund(Violations violations, Money amount, CardTrade trade, CardKind kind) {
    violations.require(
        amount.isPositive() && !amount.isMoreThan(trade.left()),
        "R-CAP-04",
        "amount",
        "1 TWD to " + trade.left() + " can go back of this card");
    violations.require(
        trade.state() != CardState.TO_BE_CAPTURED || trade.left().isMoreThan(amount),
        "R-CAP-02",
        "amount",
        "all of it goes back once it is captured, or by taking the capture back");
    violations.require(
        !kind.onlyInFull() || amount.equals(trade.authorized()),
        "R-CAP-05",
        "amount",
        "instalments and bonus points go back in full only");
  }
}
