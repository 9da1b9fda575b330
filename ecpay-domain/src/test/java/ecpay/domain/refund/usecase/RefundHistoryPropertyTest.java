package ecpay.domain.refund.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardState;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.money.Money;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OrderContent;
import ecpay.domain.property.Property;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Any order with any invoices, any card, and any history of refunds. */
@Rule({"R-CAP-02", "R-CAP-04", "R-CAP-13"})
class RefundHistoryPropertyTest {
  private static final List<CardState> STATES =
      List.of(CardState.AUTHORIZED, CardState.TO_BE_CAPTURED, CardState.CAPTURED);
  private static final List<Fault> FAULTS =
      List.of(Fault.NONE, Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT);

  private final Set<String> seen = new HashSet<>();

  @Test
  void afterAnyHistoryMoneyAndDocumentsAgreeAndTheRestGoesBackInFull() {
    Property.of(60).holds(this::live);
    assertThat(seen)
        .as("acts seen")
        .contains(
            "VoidInvoice",
            "IssueAllowance",
            "RefundCard",
            "CancelCapture",
            "Abandon",
            "Withhold",
            "CancelScheduledInvoice",
            "allowed by hand");
  }

  private void live(RandomGenerator random) {
    Till till = sell(random);
    int steps = random.nextInt(5);
    for (int step = 0; step < steps; step++) {
      allowByHand(till, "by-hand-" + step, random);
      Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
      attempt(till, "r" + step, goods(till, random), fault, random);
      till.follow(Duration.ofHours(random.nextInt(48)));
    }
    if (random.nextInt(3) == 0) {
      till.follow(Duration.ofDays(60));
    }
    till.world.ecpayCharges.turn(
        till.world.ecpayCharges.wentBack() == till.shop.order().total().twd()
            ? CardState.CANCELED
            : nextState(till, random));
    if (till.money() > 0) {
      attempt(till, "rest", Till.everything(), Fault.NONE, random);
    }
    assertThat(till.money()).isZero();
    assertThat(till.documents()).isZero();
    till.follow(Duration.ofDays(20));
    assertThat(till.documents()).as("nothing is invoiced afterwards").isZero();
  }

  private static CardState nextState(Till till, RandomGenerator random) {
    return till.world.ecpayCharges.wentBack() > 0
        ? CardState.CAPTURED
        : STATES.get(random.nextInt(STATES.size()));
  }

  /** A shop with the order paid, and invoiced whole, in part, later, or not at all. */
  private static Till sell(RandomGenerator random) {
    World world =
        new World(
            Till.merchant(
                CardTerms.DEFAULT,
                new RefundPolicy(
                    random.nextBoolean()
                        ? RefundPolicy.First.MONEY_AFTER_CONSENT
                        : RefundPolicy.First.MONEY_FIRST,
                    RefundPolicy.ConsentBy.PAPER)));
    world.ecpayCharges.begin(STATES.get(random.nextInt(STATES.size())));
    InvoiceTiming timing =
        switch (random.nextInt(4)) {
          case 0 -> new InvoiceTiming.OnTrigger(0);
          case 1 -> new InvoiceTiming.ByHand();
          default -> new InvoiceTiming.OnPayment();
        };
    OrderContent sample = Samples.content();
    Shop shop =
        Shop.paid(
            world,
            new OrderContent(
                sample.buyer(),
                sample.lines(),
                sample.total(),
                sample.description(),
                sample.invoice(),
                timing));
    Till till = Till.of(shop);
    till.follow(Duration.ofMinutes(10));
    if (timing instanceof InvoiceTiming.ByHand) {
      for (int[] part : new int[][] {{1, 1}, {1, 1, 2, 3}, {3, 1}}) {
        if (random.nextInt(4) > 0) {
          Desk.of(shop).request("part-" + part[0] + "-" + part.length, part);
        }
      }
    }
    return till;
  }

  /** Sometimes a person makes an allowance without a refund: documents are ahead of the money. */
  private void allowByHand(Till till, String reference, RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      try {
        Desk.of(till.shop).reduce(reference, Samples.paperConsent(), 1, 1 + random.nextInt(200));
        seen.add("allowed by hand");
      } catch (RuleViolationException forbidden) {
        assertThat(forbidden.violations()).isNotEmpty();
      }
    }
  }

  private static Goods goods(Till till, RandomGenerator random) {
    List<InvoiceId> issued =
        till.shop.invoices().stream()
            .filter(Invoice.Issued.class::isInstance)
            .map(Invoice::id)
            .toList();
    Optional<InvoiceId> one =
        issued.isEmpty()
            ? Optional.empty()
            : Optional.of(issued.get(random.nextInt(issued.size())));
    if (random.nextInt(8) == 0) {
      return Till.everything();
    }
    Money some = Money.of(1 + random.nextInt(400));
    return random.nextBoolean()
        ? new Goods.Amount(one, some)
        : new Goods.Lines(
            one,
            List.of(new ReturnedLine(1 + random.nextInt(3), Optional.empty(), Optional.of(some))));
  }

  /** Asks for a refund and sees it through; one that a rule forbids changes nothing. */
  private void attempt(
      Till till, String reference, Goods goods, Fault fault, RandomGenerator random) {
    Consent consent = random.nextBoolean() ? Samples.paperConsent() : Samples.onlineConsent();
    long before = till.money();
    long ahead = ahead(till);
    try {
      check(till, goods, consent, ahead);
      till.world.wire.script("DoAction", fault);
      till.refund(reference, goods, consent);
    } catch (RuleViolationException forbidden) {
      assertThat(till.money()).isEqualTo(before);
      return;
    }
    till.follow(Duration.ofHours(2));
    agree(till, random);
    if (till.refund().isOpen()) { // all of a capture that is asked for waits for the bank
      till.world.ecpayCharges.turn(CardState.CAPTURED);
      till.follow(Duration.ofHours(3));
      agree(till, random);
    }
    Refund refund = till.refund();
    assertThat(refund.status()).as(refund.toString()).isInstanceOf(Refund.Status.Done.class);
    assertThat(till.money()).isEqualTo(before - refund.amount().twd());
    if (refund.everything()) {
      assertThat(till.documents()).isZero();
    } else if (goods instanceof Goods.Amount) {
      assertThat(till.money() - till.documents())
          .isEqualTo(Math.max(0, ahead - refund.amount().twd()));
    } else {
      assertThat(till.money() - till.documents()).isEqualTo(ahead);
    }
    seen.addAll(Till.steps(refund));
  }

  /** The buyer agrees to one after the other, or does not, and the refund goes on on paper. */
  private static void agree(Till till, RandomGenerator random) {
    while (isWaiting(till)) {
      if (random.nextInt(4) > 0) {
        till.consent();
      } else {
        till.follow(Duration.ofDays(4));
        till.proceedOnPaper();
      }
      till.follow(Duration.ofHours(1));
    }
  }

  /** What allowances took that no money has gone back for. */
  private static long ahead(Till till) {
    long allowed = till.world.ecpayInvoices.liveTotal() - till.documents();
    return Math.max(0, allowed - (till.shop.order().total().twd() - till.money()));
  }

  private static boolean isWaiting(Till till) {
    return till.refund().isOpen()
        && !till.shop.allowances().isEmpty()
        && till.shop.allowances().getLast() instanceof Allowance.AwaitingConsent;
  }

  /** The plan's documents are worth what goes back, and none of them is worth nothing. */
  private static void check(Till till, Goods goods, Consent consent, long ahead) {
    var answer =
        till.world.requestRefund.preview(
            Samples.SHOP,
            till.world.requestRefund.paymentOf(Samples.SHOP, till.shop.order),
            Till.wish(goods, consent));
    RefundPlan plan = ((Answer.Accepted<RefundPlan>) answer).value();
    List<RefundAct> documents =
        plan.acts().stream().filter(RefundAct.OfDocument.class::isInstance).toList();
    assertThat(documents).allMatch(act -> act.amount().isPositive());
    assertThat(documents.stream().mapToLong(act -> act.amount().twd()).sum())
        .as("no document of the plan can be left out")
        .isEqualTo(
            goods instanceof Goods.Lines && !plan.everything()
                ? plan.amount().twd()
                : Math.max(0, plan.amount().twd() - ahead));
    List<RefundAct> money =
        plan.acts().stream().filter(RefundAct.OfMoney.class::isInstance).toList();
    assertThat(money.getLast().amount()).isEqualTo(plan.amount());
    assertThat(money)
        .as("no action of the plan can be left out")
        .hasSize(money.getFirst() instanceof RefundAct.CancelCapture ? 2 : 1);
  }
}
