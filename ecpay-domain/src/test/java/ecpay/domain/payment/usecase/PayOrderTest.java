package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedPayments;
import ecpay.domain.world.ecpay.ScriptedPayments.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Another attempt, for the buyer who tries again and for the shop that asks for one (R-ORD-03). */
class PayOrderTest {
  private static final Offer CARD_HERE = Offer.embedded(Set.of(PaymentMethod.CARD));
  private static final Offer CARD_THERE = Offer.hosted(Set.of(PaymentMethod.CARD));
  private static final PaymentInstructions CODE =
      new PaymentInstructions.Atm("812", "9103522175887271", LocalDate.of(2026, 11, 24));

  private final World world = new World();
  private final Shop shop = new Shop(world);

  private Result pay(Offer offer) {
    return world.payOrder.pay(Samples.SHOP, shop.order, offer, Optional.empty());
  }

  private Result pay(Offer offer, PaymentId beside) {
    return world.payOrder.pay(Samples.SHOP, shop.order, offer, Optional.of(beside));
  }

  private Payment.HandedOver handedOver(PaymentMethod... methods) {
    return ((Result.HandedOver) pay(Offer.hosted(Set.of(methods)))).payment();
  }

  private PaymentReport paid(Payment payment) {
    return ScriptedPayments.report(
        Samples.merchant().payments().merchantId(),
        payment.tradeNo(),
        new Verdict.Paid(),
        payment.attempt().amount(),
        false);
  }

  private Payment codeTaken() {
    Result opened = pay(Offer.embedded(Set.of(PaymentMethod.ATM)));
    Payment.Open open = ((Result.Opened) opened).payment();
    world.ecpayPayments.answerWith(Way.CODE);
    return world.submitPayment.submit(open.id(), new PayToken("pay"));
  }

  @Rule("R-ORD-02")
  @Test
  void aRepeatFindsTheSameFormWithoutAQuestion() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    assertThat(pay(CARD_THERE)).isEqualTo(new Result.HandedOver(handed));
    assertThat(world.wire.count("QueryTrade")).isZero();
  }

  @Rule("R-ORD-03")
  @Test
  void aShopGetsNoFormForWhatWasPaidOnEcpaysPageThoughItsNoticeIsLate() {
    world.ecpayPayments.answerQueriesWith(paid(handedOver(PaymentMethod.CARD)));
    assertThat(pay(CARD_HERE)).isEqualTo(new Result.AlreadyPaid());
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.payments()).hasSize(1);
  }

  @Rule("R-ORD-03")
  @Test
  void aShopGetsNoFormWhileEcpayDoesNotAnswerUnlessItWantsOneAllTheSame() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(pay(CARD_HERE)).isEqualTo(new Result.UnderWay(handed));
    assertThat(shop.payments()).hasSize(1);
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(pay(CARD_HERE, handed.id())).isInstanceOf(Result.Opened.class);
  }

  @Rule("R-ORD-03")
  @Test
  void aFormThatEcpayDoesNotKnowIsFollowedByAnother() {
    handedOver(PaymentMethod.CARD);
    assertThat(pay(CARD_HERE)).isInstanceOf(Result.Opened.class);
    world.clock.advance(Duration.ofMinutes(11));
    assertThat(pay(CARD_THERE)).isInstanceOf(Result.HandedOver.class);
    assertThat(shop.payments()).hasSize(3);
  }

  @Rule("R-ORD-03")
  @Test
  void everyFormOfEcpaysPageIsAskedAboutNotTheNewestOnly() {
    handedOver(PaymentMethod.CARD);
    handedOver(PaymentMethod.TWQR);
    int before = world.wire.count("QueryTrade");
    assertThat(before).as("about the first").isEqualTo(1);
    pay(CARD_HERE);
    assertThat(world.wire.count("QueryTrade")).isEqualTo(before + 2);
  }

  @Rule({"R-ORD-03", "R-PAY-06"})
  @Test
  void besideACodeAnotherAttemptBeginsOnlyWhenItIsWanted() {
    Payment code = codeTaken();
    assertThat(pay(CARD_HERE)).isEqualTo(new Result.UnderWay(code));
    assertThat(world.payOrder.again(code.id())).isEqualTo(new Result.UnderWay(code));
    assertThat(pay(CARD_HERE, new PaymentId("ANOTHER"))).isEqualTo(new Result.UnderWay(code));
    assertThat(pay(CARD_HERE, code.id())).isInstanceOf(Result.Opened.class);
  }

  @Rule("R-ORD-03")
  @Test
  void aCodeStandsInTheWayUntilItsDeadlineOnly() {
    Payment.AwaitingMoney code = (Payment.AwaitingMoney) codeTaken();
    world.clock.advanceTo(code.instructions().deadline());
    assertThat(pay(CARD_HERE)).isInstanceOf(Result.Opened.class);
  }

  @Rule("R-ORD-03")
  @Test
  void aChargeOnItsWayStandsInTheWayWhateverIsWanted() {
    Payment.Open open = shop.open(PaymentMethod.CARD);
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    Payment submitted = world.submitPayment.submit(open.id(), new PayToken("pay"));
    assertThat(pay(CARD_HERE, submitted.id())).isEqualTo(new Result.UnderWay(submitted));
  }

  private Payment atTheBankFor(Duration time) {
    Payment waiting =
        world.submitPayment.submit(shop.open(PaymentMethod.CARD).id(), new PayToken("pay"));
    assertThat(waiting).isInstanceOf(Payment.AwaitingBuyer.class);
    world.clock.advance(time);
    return waiting;
  }

  @Rule("R-ORD-03")
  @Test
  void whoConfirmedAtTheBankIsNotChargedAgainThoughItsNoticeIsLate() {
    Payment waiting = atTheBankFor(Duration.ofMinutes(10));
    world.ecpayPayments.moneyArrives(waiting.tradeNo());
    assertThat(pay(CARD_HERE)).isEqualTo(new Result.AlreadyPaid());
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.payments()).hasSize(1);
  }

  @Rule("R-ORD-03")
  @Test
  void nobodyPaysAgainWhileEcpayDoesNotSayWhatBecameOfTheBanksPageWhateverIsWanted() {
    Payment waiting = atTheBankFor(Duration.ofMinutes(10));
    world.wire.script("QueryTrade", Fault.LOST, Fault.LOST);
    assertThat(pay(CARD_HERE)).isEqualTo(new Result.UnderWay(waiting));
    assertThat(pay(CARD_HERE, waiting.id())).isEqualTo(new Result.UnderWay(waiting));
    assertThat(shop.payments()).hasSize(1);
    assertThat(pay(CARD_HERE)).isInstanceOf(Result.Opened.class);
  }

  @Rule("R-ORD-03")
  @Test
  void whileTheBuyerIsAtTheBankNothingIsAsked() {
    handedOver(PaymentMethod.CARD);
    Payment waiting = atTheBankFor(Duration.ofMinutes(9));
    int before = world.wire.count("QueryTrade");
    assertThat(pay(CARD_HERE)).isEqualTo(new Result.UnderWay(waiting));
    assertThat(world.wire.count("QueryTrade")).isEqualTo(before);
  }

  @Rule("R-ORD-03")
  @Test
  void whoPaidOnEcpaysPageIsNotAskedToPayAgainThoughItsNoticeIsLate() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    world.ecpayPayments.answerQueriesWith(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            handed.tradeNo(),
            new Verdict.Paid(),
            handed.attempt().amount(),
            false));
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.AlreadyPaid());
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.payments()).hasSize(1);
  }

  @Rule("R-ORD-03")
  @Test
  void nobodyPaysAgainWhileEcpayDoesNotSayWhetherTheFirstTimeCounted() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.UnderWay(handed));
    assertThat(shop.payments()).hasSize(1);
    assertThat(world.payOrder.again(handed.id())).isInstanceOf(Result.HandedOver.class);
    assertThat(shop.payments()).hasSize(2);
  }

  @Rule("R-ORD-03")
  @Test
  void whoWasGivenACodeIsShownItInsteadOfAnotherForm() {
    Payment.HandedOver handed = handedOver(PaymentMethod.ATM);
    world.ecpayPayments.takesACode(handed.attempt(), CODE);
    assertThat(world.payOrder.again(handed.id()))
        .isInstanceOfSatisfying(
            Result.UnderWay.class,
            underWay -> assertThat(underWay.payment()).isInstanceOf(Payment.AwaitingMoney.class));
    assertThat(shop.payments()).hasSize(1);
  }

  @Rule("R-ORD-03")
  @Test
  void aBuyerBeginsAtMostThreeAttemptsInHalfAMinuteAndIsToldWhenTheNextMayBegin() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    for (int i = 0; i < 2; i++) {
      assertThat(world.payOrder.again(handed.id())).isInstanceOf(Result.HandedOver.class);
    }
    int asked = world.wire.count("QueryTrade");
    Instant from = Samples.NOW.plusSeconds(30);
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.Later(from));
    assertThat(world.startPayment.again(handed))
        .as("under the lock")
        .isEqualTo(new Result.Later(from));
    assertThat(world.wire.count("QueryTrade")).isEqualTo(asked);
    assertThat(shop.payments()).hasSize(3);
    world.clock.advanceTo(from);
    assertThat(world.payOrder.again(handed.id())).isInstanceOf(Result.HandedOver.class);
  }

  @Rule("R-ORD-03")
  @Test
  void ecpayIsNotAskedWithoutEndByABuyerOfWhoseAttemptItDoesNotAnswer() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    world.wire.script("QueryTrade", Fault.LOST, Fault.LOST, Fault.LOST, Fault.LOST);
    for (int i = 0; i < 3; i++) {
      assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.UnderWay(handed));
      world.clock.advance(Duration.ofSeconds(1));
    }
    Instant from = Samples.NOW.plusSeconds(30);
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.Later(from));
    assertThat(world.wire.count("QueryTrade")).isEqualTo(3);
    world.clock.advanceTo(from);
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.UnderWay(handed));
  }

  @Rule("R-ORD-03")
  @Test
  void anOrderIsTriedTwentyTimesADayWhoeverTries() {
    Payment.HandedOver first = handedOver(PaymentMethod.CARD);
    while (shop.payments().size() < 20) {
      world.clock.advance(Duration.ofMinutes(1));
      assertThat(world.startPayment.again(first)).isInstanceOf(Result.HandedOver.class);
    }
    world.clock.advance(Duration.ofMinutes(10));
    Result later = new Result.Later(Samples.NOW.plus(Duration.ofDays(1)));
    assertThat(pay(CARD_HERE)).isEqualTo(later);
    assertThat(world.payOrder.again(first.id())).isEqualTo(later);
    assertThat(shop.payments()).hasSize(20);
    world.clock.advanceTo(Samples.NOW.plus(Duration.ofDays(1)));
    assertThat(pay(CARD_HERE)).isInstanceOf(Result.Opened.class);
  }

  @Test
  void anAttemptThatFailedIsFollowedByAnotherWithoutAQuestion() {
    Payment.Open open = shop.open(PaymentMethod.CARD);
    world.wire.script("CreatePayment", Fault.REFUSED);
    world.submitPayment.submit(open.id(), new PayToken("pay"));
    assertThat(world.payOrder.again(open.id())).isInstanceOf(Result.Opened.class);
    assertThat(world.wire.count("QueryTrade")).isZero();
  }
}
