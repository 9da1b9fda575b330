package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attempts that we gave up without ECPay's word, and that may have brought money all the same. */
@Rule({"R-ORD-03", "R-PAY-13"})
class GivenUpAttemptsTest {
  private static final Offer CARD_HERE = Offer.embedded(Set.of(PaymentMethod.CARD));
  private static final Offer CARD_THERE = Offer.hosted(Set.of(PaymentMethod.CARD));

  private final World world = new World();
  private final Shop shop = new Shop(world);

  private Result pay(Offer offer, Optional<PaymentId> beside) {
    return world.payOrder.pay(Samples.SHOP, shop.order, offer, beside);
  }

  private Result pay() {
    return pay(CARD_HERE, Optional.empty());
  }

  private void follow(Duration time) {
    shop.runUntil(world.clock.instant().plus(time));
  }

  private Payment now(Payment payment) {
    return world.books.payments().find(payment.id()).orElseThrow();
  }

  /** Its buyer left ECPay's page open, and pays when we have given it up. */
  private Payment.HandedOver givenUpOnEcpaysPage() {
    Payment.HandedOver handed = ((Result.HandedOver) pay(CARD_THERE, Optional.empty())).payment();
    follow(Duration.ofMinutes(61));
    assertThat(now(handed)).isInstanceOf(Payment.Expired.class);
    return handed;
  }

  private Payment submitted(PaymentMethod method) {
    return world.submitPayment.submit(shop.open(method).id(), new PayToken("pay"));
  }

  private void isFoundPaidAndNothingBegins() {
    int attempts = shop.payments().size();
    assertThat(pay()).isEqualTo(new Result.AlreadyPaid());
    assertThat(shop.payments()).hasSize(attempts);
    assertThat(shop.incidents()).containsExactly("PAID_AFTER_FAILURE");
  }

  @Test
  void whoPaidOnEcpaysPageAfterItWasGivenUpIsNotChargedAgain() {
    Payment.HandedOver handed = givenUpOnEcpaysPage();
    world.ecpayPayments.answerQueriesWith(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            handed.tradeNo(),
            new Verdict.Paid(),
            handed.attempt().amount(),
            false));
    isFoundPaidAndNothingBegins();
  }

  @Test
  void whoConfirmedAtTheBankAfterItWasGivenUpIsNotChargedAgain() {
    Payment waiting = submitted(PaymentMethod.CARD);
    follow(Duration.ofMinutes(21));
    assertThat(now(waiting)).isInstanceOf(Payment.Expired.class);
    world.ecpayPayments.moneyArrives(waiting.tradeNo());
    isFoundPaidAndNothingBegins();
  }

  @Test
  void aChargeThatEcpayDeniedWhileItWasStillOnItsWayIsNotMadeAgain() {
    world.wire.script("CreatePayment", Fault.LOST);
    Payment lost = submitted(PaymentMethod.CARD);
    follow(Duration.ofMinutes(2));
    assertThat(now(lost)).isInstanceOf(Payment.Failed.class);
    world.ecpayPayments.answerQueriesWith(
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            lost.tradeNo(),
            new Verdict.Paid(),
            lost.attempt().amount(),
            false));
    isFoundPaidAndNothingBegins();
  }

  @Test
  void whatWasPaidAtACounterOnTheLastDayIsNotChargedAgainADayLater() {
    world.ecpayPayments.answerWith(Way.CODE);
    Payment.AwaitingMoney code = (Payment.AwaitingMoney) submitted(PaymentMethod.CVS_CODE);
    Instant deadline = code.instructions().deadline();
    shop.runUntil(deadline.plus(Duration.ofHours(20)));
    assertThat(now(code)).isInstanceOf(Payment.Expired.class);
    world.ecpayPayments.moneyArrives(code.tradeNo());
    isFoundPaidAndNothingBegins();
  }

  @Test
  void whileEcpayDoesNotAnswerAboutAGivenUpChargeNoneIsMadeUnlessTheShopWantsItAllTheSame() {
    world.wire.script("CreatePayment", Fault.LOST);
    Payment lost = submitted(PaymentMethod.CARD);
    follow(Duration.ofMinutes(2));
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(pay()).isEqualTo(new Result.UnderWay(now(lost)));
    int asked = world.wire.count("QueryTrade");
    assertThat(pay(CARD_HERE, Optional.of(lost.id()))).isInstanceOf(Result.Opened.class);
    assertThat(world.wire.count("QueryTrade")).isEqualTo(asked);
  }

  @Test
  void aGivenUpPageThatTheShopAcceptsIsNotAskedAbout() {
    Payment.HandedOver handed = givenUpOnEcpaysPage();
    int asked = world.wire.count("QueryTrade");
    assertThat(pay(CARD_HERE, Optional.of(handed.id()))).isInstanceOf(Result.Opened.class);
    assertThat(world.wire.count("QueryTrade")).isEqualTo(asked);
  }

  @Test
  void aFormThatNobodySentIsNotAskedAbout() {
    shop.open(PaymentMethod.CARD);
    follow(Duration.ofMinutes(30));
    assertThat(shop.payment()).isInstanceOf(Payment.Expired.class);
    assertThat(pay()).isInstanceOf(Result.Opened.class);
    assertThat(world.wire.count("QueryTrade")).isZero();
  }

  @Test
  void aDayLaterItIsNotAskedAboutAnyMoreSoThatTheQuestionsStayFew() {
    givenUpOnEcpaysPage();
    follow(Duration.ofHours(23));
    int asked = world.wire.count("QueryTrade");
    assertThat(pay()).isInstanceOf(Result.Opened.class);
    assertThat(world.wire.count("QueryTrade")).isEqualTo(asked);
  }
}
