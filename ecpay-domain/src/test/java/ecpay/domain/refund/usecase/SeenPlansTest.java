package ecpay.domain.refund.usecase;

import static ecpay.domain.world.Till.amount;
import static ecpay.domain.world.Till.everything;
import static ecpay.domain.world.Till.units;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardState;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.PlanDigest;
import ecpay.domain.refund.RefundPlan;
import ecpay.domain.refund.RefundReference;
import ecpay.domain.refund.usecase.RequestRefund.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Till;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Only the plan that a person has seen is carried out. */
class SeenPlansTest {
  private static RefundPlan seen(Till till, Goods goods, Consent consent) {
    var answer =
        till.world.requestRefund.preview(
            Samples.SHOP, till.shop.payment().id(), Till.wish(goods, consent));
    return ((Answer.Accepted<RefundPlan>) answer).value();
  }

  private static PlanDigest digest(Till till, Goods goods) {
    return seen(till, goods, Samples.paperConsent()).digest();
  }

  private static Result ask(Till till, String reference, Goods goods, PlanDigest seen) {
    return till.world.requestRefund.request(
        Samples.SHOP,
        till.shop.payment().id(),
        new RefundReference(reference),
        Till.wish(goods, Samples.paperConsent()),
        Optional.of(seen));
  }

  @Rule({"R-CAP-01", "R-CAP-13"})
  @Test
  void whatAnotherPersonGaveBackMeanwhileMakesAnotherPlan() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    PlanDigest all = digest(till, everything());
    till.refund("r1", amount(300));
    assertThat(ask(till, "r2", everything(), all))
        .isInstanceOfSatisfying(
            Result.PlanChanged.class,
            changed -> assertThat(changed.now().amount().twd()).isEqualTo(700));
    assertThat(till.refunds()).hasSize(1);
  }

  @Rule("R-CAP-13")
  @Test
  void thePlanThatWasSeenIsCarriedOutOnce() {
    Till till = Till.invoiced(CardState.CAPTURED);
    PlanDigest seen = digest(till, amount(300));
    assertThat(ask(till, "r1", amount(300), seen)).isInstanceOf(Result.Requested.class);
    assertThat(ask(till, "r1", amount(300), seen)).isInstanceOf(Result.AlreadyRequested.class);
    till.agrees(700);
  }

  @Rule({"R-CAP-04", "R-CAP-13"})
  @Test
  void twoPeopleWhoSawTheSamePartGiveItBackOnce() {
    Till till = Till.invoiced(CardState.CAPTURED);
    PlanDigest seenByBoth = digest(till, amount(300));
    assertThat(ask(till, "first", amount(300), seenByBoth)).isInstanceOf(Result.Requested.class);
    till.agrees(700);
    assertThat(ask(till, "second", amount(300), seenByBoth))
        .isInstanceOfSatisfying(
            Result.PlanChanged.class,
            changed -> assertThat(changed.now().before().twd()).isEqualTo(300));
    till.agrees(700);
    PlanDigest again = digest(till, amount(300));
    assertThat(ask(till, "second", amount(300), again)).isInstanceOf(Result.Requested.class);
    till.agrees(400);
  }

  @Test
  void amountStepsLinesAndConsentMakeADigest() {
    Till till = Till.invoiced(CardState.CAPTURED);
    PlanDigest part = digest(till, amount(300));
    assertThat(part).isEqualTo(digest(till, amount(300)));
    assertThat(part.value()).matches("[0-9a-f]{16}");
    Set<PlanDigest> digests =
        Set.of(
            part,
            digest(till, amount(301)),
            digest(till, units(1, 1)),
            digest(till, everything()),
            seen(till, amount(300), Samples.onlineConsent()).digest());
    assertThat(digests).hasSize(5);
  }
}
