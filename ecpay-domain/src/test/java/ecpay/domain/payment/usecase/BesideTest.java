package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands in the way of a form stands in the way of sending it, and nothing else does. */
@Rule("R-ORD-03")
class BesideTest {
  private static final Offer CARD_HERE = Offer.embedded(Set.of(PaymentMethod.CARD));
  private static final Offer CARD_THERE = Offer.hosted(Set.of(PaymentMethod.CARD));

  private final World world = new World();
  private final Shop shop = new Shop(world);

  private Result pay(Offer offer, Optional<PaymentId> beside) {
    return world.payOrder.pay(Samples.SHOP, shop.order, offer, beside);
  }

  private Payment.Open open(Optional<PaymentId> beside) {
    return ((Result.Opened) pay(CARD_HERE, beside)).payment();
  }

  private Payment.HandedOver onEcpaysPage() {
    return ((Result.HandedOver) pay(CARD_THERE, Optional.empty())).payment();
  }

  private Payment submit(Payment.Open open) {
    return world.submitPayment.submit(open.id(), new PayToken("pay"));
  }

  private Payment codeTaken() {
    world.ecpayPayments.answerWith(Way.CODE);
    Payment code = submit(shop.open(PaymentMethod.CVS_CODE));
    world.ecpayPayments.answerWith(Way.BANK_PAGE);
    return code;
  }

  private PaymentReport paid(Payment payment, Money amount) {
    return ScriptedPayments.report(
        Samples.merchant().payments().merchantId(),
        payment.tradeNo(),
        new Verdict.Paid(),
        amount,
        false);
  }

  @Test
  void whoWantsAFormBesideAnAttemptOfWhichEcpayDoesNotAnswerCanSendIt() {
    Payment.HandedOver handed = onEcpaysPage();
    Payment.Open open = open(Optional.of(handed.id()));
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(submit(open)).isInstanceOf(Payment.AwaitingBuyer.class);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(1);
  }

  @Test
  void whoDidNotWantItStillWaitsForEcpaysWord() {
    Payment.HandedOver handed = onEcpaysPage();
    Payment.Open open = open(Optional.empty());
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(submit(open)).isEqualTo(handed);
    assertThat(world.wire.count("CreatePayment")).isZero();
  }

  @Test
  void whatWasPaidMeanwhileIsNotChargedAgainThoughAFormBesideItWasWanted() {
    Payment.HandedOver handed = onEcpaysPage();
    Payment.Open open = open(Optional.of(handed.id()));
    world.ecpayPayments.answerQueriesWith(paid(handed, handed.attempt().amount()));
    submit(open);
    assertThat(world.wire.count("CreatePayment")).isZero();
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.incidents()).isEmpty();
  }

  @Test
  void aCodeThatWasPaidMeanwhileIsNotChargedAgainThoughAFormBesideItWasWanted() {
    Payment code = codeTaken();
    Payment.Open open = open(Optional.of(code.id()));
    int before = world.wire.count("CreatePayment");
    world.ecpayPayments.answerQueriesWith(paid(code, code.attempt().amount()));
    submit(open);
    assertThat(world.wire.count("CreatePayment")).isEqualTo(before);
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.incidents()).isEmpty();
  }

  @Test
  void aSecondOneThatIsPaidAllTheSameIsAnIncident() {
    Payment.HandedOver handed = onEcpaysPage();
    Payment.Open open = open(Optional.of(handed.id()));
    world.wire.script("QueryTrade", Fault.LOST);
    submit(open);
    shop.deliver(paid(open, open.attempt().amount()));
    shop.deliver(paid(handed, handed.attempt().amount()));
    assertThat(shop.incidents()).containsExactly("SECOND_PAYMENT");
  }

  @Rule("R-PAY-11")
  @Test
  void aSecondOneThatComesForAnAttemptThatWasGivenUpIsOneMatterAndNotTwo() {
    Payment.HandedOver handed = onEcpaysPage();
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(2)));
    Payment.Open open = open(Optional.empty());
    submit(open);
    shop.deliver(paid(open, open.attempt().amount()));
    shop.deliver(paid(handed, handed.attempt().amount()));
    assertThat(shop.incidents()).containsExactly("SECOND_PAYMENT");
  }

  @Test
  void whoseCardIsRefusedBesideACodeMayTryAgainBesideIt() {
    Payment code = codeTaken();
    Payment.Open open = open(Optional.of(code.id()));
    world.wire.script("CreatePayment", Fault.REFUSED);
    assertThat(submit(open)).isInstanceOf(Payment.Failed.class);
    Result again = world.payOrder.again(open.id());
    assertThat(again).isInstanceOf(Result.Opened.class);
    assertThat(submit(((Result.Opened) again).payment())).isInstanceOf(Payment.AwaitingBuyer.class);
  }

  @Test
  void aFormThatWasOpenBeforeACodeWasTakenWaitsForTheCode() {
    Payment.Open before = open(Optional.empty());
    Payment code = codeTaken();
    assertThat(submit(before)).isEqualTo(code);
    assertThat(world.wire.count("CreatePayment")).as("for the code alone").isEqualTo(1);
  }

  @Rule("R-PAY-09")
  @Test
  void aFormThatWasOpenBeforeAnotherAmountWasToldWaitsForAPerson() {
    Payment.HandedOver handed = onEcpaysPage();
    Payment.Open open = open(Optional.empty());
    shop.deliver(paid(handed, Money.of(999)));
    assertThat(submit(open)).isEqualTo(handed);
    assertThat(world.wire.count("CreatePayment")).isZero();
  }

  @Test
  void aFormThatWasOpenAlreadyIsNotTheOneBesideWhichNothingStands() {
    Payment.HandedOver handed = onEcpaysPage();
    Payment.Open careful = open(Optional.empty());
    Payment.Open beside = open(Optional.of(handed.id()));
    assertThat(beside.id()).isNotEqualTo(careful.id());
    assertThat(open(Optional.of(handed.id()))).as("asked once more").isEqualTo(beside);
    assertThat(open(Optional.empty())).isEqualTo(careful);
  }

  @Rule("R-ORD-02")
  @Test
  void besideAPageOfEcpayTheSameOfferIsAnotherPage() {
    Payment.HandedOver first = onEcpaysPage();
    Result second = pay(CARD_THERE, Optional.of(first.id()));
    assertThat(second)
        .isInstanceOfSatisfying(
            Result.HandedOver.class,
            handed -> assertThat(handed.payment().id()).isNotEqualTo(first.id()));
    assertThat(pay(CARD_THERE, Optional.of(first.id()))).isEqualTo(second);
    assertThat(pay(CARD_THERE, Optional.empty())).isEqualTo(new Result.HandedOver(first));
  }

  @Rule("R-PAY-06")
  @Test
  void aBuyerWithTwoCodesIsGivenAThirdWayToPayBesideTheSecondOfThem() {
    Payment first = codeTaken();
    world.ecpayPayments.answerWith(Way.CODE);
    Payment second = submit(open(Optional.of(first.id())));
    world.ecpayPayments.answerWith(Way.BANK_PAGE);
    assertThat(second).isInstanceOf(Payment.AwaitingMoney.class);
    assertThat(pay(CARD_HERE, Optional.empty())).isEqualTo(new Result.UnderWay(first));
    assertThat(pay(CARD_HERE, Optional.of(first.id()))).isEqualTo(new Result.UnderWay(second));
    Payment.Open third = open(Optional.of(second.id()));
    assertThat(submit(third)).isInstanceOf(Payment.AwaitingBuyer.class);
  }

  @Test
  void whatIsNamedMayBeKnownToNobody() {
    Payment code = codeTaken();
    assertThat(pay(CARD_HERE, Optional.of(new PaymentId("NOBODY"))))
        .isEqualTo(new Result.UnderWay(code));
  }
}
