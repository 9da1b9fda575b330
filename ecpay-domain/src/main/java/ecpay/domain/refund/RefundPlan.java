package ecpay.domain.refund;

import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.card.CardPolicy;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.RefundPolicy.First;
import ecpay.domain.money.Money;
import ecpay.domain.refund.RefundAct.IssueAllowance;
import ecpay.domain.refund.RefundAct.OfDocument;
import ecpay.domain.refund.RefundAct.OfMoney;
import ecpay.domain.refund.RefundAct.Withhold;
import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is done, and in which order, so that money and documents agree afterwards: paid - refunded =
 * invoiced - allowed (R-CAP-13). A pure function of the situation.
 *
 * @param before what earlier refunds of the payment gave back, or are to, TWD
 * @param amount what goes back, TWD
 * @param everything whether that is all that had not gone back
 */
public record RefundPlan(Money before, Money amount, boolean everything, List<RefundAct> acts) {
  public RefundPlan {
    acts = List.copyOf(acts);
  }

  /**
   * The plan for a wish.
   *
   * @throws ecpay.domain.rule.RuleViolationException with the rule and the field of whatever stands
   *     in its way
   */
  public static RefundPlan of(Situation situation, RefundWish wish, Instant now) {
    demandActions(situation);
    Violations.demand(
        situation.left().isPositive(), "R-CAP-04", "amount", "all of it has gone back already");
    if (!situation.isOfOrder()) {
      return ofSecondPayment(situation, wish);
    }
    DocumentPlan documents = documents(situation, wish, now);
    if (!(wish.goods() instanceof Goods.Everything)) {
      Optional<IssueAllowance> part = documents.part(wish.goods());
      Money allowed = part.map(IssueAllowance::amount).orElse(Money.ZERO);
      Money amount =
          wish.goods() instanceof Goods.Amount(Optional<InvoiceId> _, Money asked)
              ? asked
              : allowed;
      demandLeft(situation, amount);
      if (!isTheRest(situation, amount, allowed)) {
        return plan(situation, amount, false, part.stream().toList());
      }
    }
    return plan(situation, situation.left(), true, documents.everything());
  }

  /** Its acts as steps of which nothing is done. */
  public List<RefundStep> steps() {
    List<RefundStep> steps = new ArrayList<>();
    for (RefundAct act : acts) {
      steps.add(new RefundStep(steps.size() + 1, act, new StepState.Due()));
    }
    return steps;
  }

  /** What a person has seen of it. */
  public PlanDigest digest() {
    return PlanDigest.of(this);
  }

  /** Whether this part is all that is left, of the money and of the documents. */
  private static boolean isTheRest(Situation situation, Money amount, Money allowed) {
    return amount.equals(situation.left()) && allowed.equals(situation.invoicedStill());
  }

  private static RefundPlan ofSecondPayment(Situation situation, RefundWish wish) {
    return switch (wish.goods()) {
      case Goods.Everything() -> plan(situation, situation.left(), true, List.of());
      case Goods.Amount amount -> {
        demandLeft(situation, amount.amount());
        boolean all = amount.amount().equals(situation.left());
        yield plan(situation, amount.amount(), all, List.of());
      }
      case Goods.Lines _ -> {
        Violations.demand(
            false,
            "R-ORD-03",
            "lines",
            "this payment did not pay the order and has no invoice: refund an amount, or all");
        yield plan(situation, situation.left(), true, List.of());
      }
    };
  }

  /**
   * What is left to do of a refund that stopped: what is done stays done.
   *
   * @param wish with another consent, perhaps
   */
  public static List<RefundAct> rest(
      Refund refund, Situation situation, RefundWish wish, Instant now) {
    demandActions(situation);
    List<OfDocument> documents =
        refund.everything() && refund.ofOrder()
            ? documents(situation, wish, now).live()
            : refund.steps().stream()
                .filter(step -> !step.isDone() && !step.isMoney())
                .<OfDocument>map(step -> agreed((OfDocument) step.act(), situation, wish))
                .toList();
    return ordered(situation, documents, restOfMoney(refund, situation));
  }

  /** What went back without us meanwhile stays a step, so that it is written down as done. */
  private static List<? extends OfMoney> restOfMoney(Refund refund, Situation situation) {
    if (refund.steps().stream().filter(RefundStep::isDone).anyMatch(RefundPlan::gaveBack)) {
      return List.of();
    }
    List<? extends OfMoney> money = money(situation, refund.amount(), refund.everything());
    boolean wasPlanned = refund.steps().stream().anyMatch(RefundStep::isMoney);
    return money.isEmpty() && wasPlanned && situation.money() instanceof MoneySide.OnCard card
        ? List.of(CardWayBack.gone(card.trade(), refund.amount()))
        : money;
  }

  /** Whether all the money of the refund went back by that step. */
  private static boolean gaveBack(RefundStep step) {
    return switch (step.act()) {
      case RefundAct.Abandon _, RefundAct.RefundCard _, RefundAct.PayByHand _ -> true;
      case RefundAct.CancelCapture _, RefundAct.OfDocument _ -> false;
    };
  }

  private static OfDocument agreed(OfDocument act, Situation situation, RefundWish wish) {
    return act instanceof IssueAllowance allowance
        ? new IssueAllowance(
            allowance.invoice(),
            allowance.lines(),
            allowance.amount(),
            consent(situation, wish),
            allowance.customerName())
        : act;
  }

  private static DocumentPlan documents(Situation situation, RefundWish wish, Instant now) {
    return new DocumentPlan(situation, consent(situation, wish), wish.customerName(), now);
  }

  private static Consent consent(Situation situation, RefundWish wish) {
    return wish.consent()
        .orElseGet(() ->
            switch (situation.merchant().refunds().consent()) {
              case PAPER ->
                  new Consent.Paper(
                      new Consent.Signature.Owed(situation.merchant().name()), Consent.Notice.NONE);
              case ONLINE -> online(situation);
            });
  }

  private static Consent online(Situation situation) {
    var mail = situation.order().content().buyer().email();
    Violations.demand(
        mail.isPresent(),
        "R-ALW-16",
        "consent",
        "the buyer has left no email address: name one, or agree on paper");
    return new Consent.Online(
        new NotifyMail(List.of(mail.orElseThrow())),
        situation.merchant().callbacks().allowanceReturn());
  }

  private static void demandLeft(Situation situation, Money amount) {
    Violations.demand(
        !amount.isMoreThan(situation.left()),
        "R-CAP-04",
        "amount",
        "only " + situation.left() + " of the payment are left to give back");
  }

  private static void demandActions(Situation situation) {
    if (situation.money() instanceof MoneySide.OnCard) {
      CardPolicy.demandAllowed(situation.merchant().cards());
    }
  }

  private static RefundPlan plan(
      Situation situation, Money amount, boolean everything, List<? extends OfDocument> documents) {
    return new RefundPlan(
        situation.before(),
        amount,
        everything,
        ordered(situation, documents, money(situation, amount, everything)));
  }

  private static List<? extends OfMoney> money(
      Situation situation, Money amount, boolean everything) {
    return switch (situation.money()) {
      case MoneySide.OnCard card ->
          CardWayBack.of(card.trade(), card.kind(), amount, everything).acts();
      case MoneySide.ByHand(String type) -> List.of(new RefundAct.PayByHand(amount, type));
    };
  }

  /**
   * Documents first, so that a void never misses its window; but money does not wait for an online
   * consent where the merchant does not want it to. Nothing holds a withholding up.
   */
  private static List<RefundAct> ordered(
      Situation situation, List<? extends OfDocument> documents, List<? extends OfMoney> money) {
    boolean moneyFirst =
        situation.merchant().refunds().first() == First.MONEY_FIRST
            && documents.stream().anyMatch(RefundPlan::waitsForConsent);
    List<RefundAct> acts = new ArrayList<>();
    documents.stream().filter(Withhold.class::isInstance).forEach(acts::add);
    if (moneyFirst) {
      acts.addAll(money);
    }
    documents.stream().filter(act -> !(act instanceof Withhold)).forEach(acts::add);
    if (!moneyFirst) {
      acts.addAll(money);
    }
    return acts;
  }

  private static boolean waitsForConsent(OfDocument act) {
    return act instanceof IssueAllowance allowance && allowance.isOnline();
  }
}
