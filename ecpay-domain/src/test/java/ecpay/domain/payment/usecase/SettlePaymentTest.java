package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.event.DomainEvent.PaymentExpired;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedPayments;
import ecpay.domain.world.ecpay.ScriptedPayments.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlePaymentTest {
  private static final PayToken PAY = new PayToken("pay");
  private final World world = new World();
  private final Shop shop = new Shop(world);
  private final Payment.Open open = shop.open(PaymentMethod.CARD);
  private final FollowUp.SettlePayment settle = new FollowUp.SettlePayment(Samples.SHOP, open.id());

  private Progress settleAt(Instant time) {
    world.clock.advanceTo(time);
    return shop.proceed(settle);
  }

  private static Instant afterHours(long hours) {
    return Samples.NOW.plus(Duration.ofHours(hours));
  }

  @Rule("R-PAY-11")
  @Test
  void aFormThatNobodyFilledInExpiresWithoutAQuestion() {
    Instant due = Samples.NOW.plus(Duration.ofMinutes(20));
    assertThat(settleAt(due.minusSeconds(1))).isEqualTo(new Progress.WaitUntil(due));
    assertThat(settleAt(due)).isEqualTo(Progress.DONE);
    assertThat(shop.payment()).isEqualTo(new Payment.Expired(open.attempt(), due));
    assertThat(shop.events(PaymentExpired.class)).hasSize(1);
    assertThat(world.wire.count("QueryTrade")).isZero();
    assertThat(settleAt(due.plusSeconds(1))).isEqualTo(Progress.DONE);
    assertThat(shop.events(PaymentExpired.class)).hasSize(1);
  }

  @Rule("R-PAY-13")
  @Test
  void aCallThatNeverArrivedFailsOnceEcpaySaysSo() {
    world.wire.script("CreatePayment", Fault.LOST);
    world.submitPayment.submit(open.id(), PAY);
    Instant due = Samples.NOW.plusSeconds(90);
    assertThat(settleAt(due.minusSeconds(1))).isEqualTo(new Progress.WaitUntil(due));
    assertThat(settleAt(due)).isEqualTo(new Progress.WaitUntil(afterHours(1)));
    assertThat(shop.payment()).isInstanceOf(Payment.Failed.class);
    assertThat(shop.events(PaymentFailed.class))
        .extracting(PaymentFailed::code)
        .containsExactly("NEVER_HAPPENED");
  }

  @Rule("R-PAY-13")
  @Test
  void aCallThatEcpayActedUponAfterItDeniedItIsFoundAnHourLater() {
    world.wire.script("CreatePayment", Fault.LOST);
    world.submitPayment.submit(open.id(), PAY);
    settleAt(Samples.NOW.plusSeconds(90));
    EcpayMerchantId ours = Samples.merchant().payments().merchantId();
    world.ecpayPayments.answerQueriesWith(paid(ours, open.tradeNo()));
    assertThat(settleAt(afterHours(1))).isEqualTo(Progress.DONE);
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.incidents()).containsExactly("PAID_AFTER_FAILURE");
  }

  @Rule("R-PAY-13")
  @Test
  void aQueryThatFailsIsAskedAgainAndChangesNothing() {
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    world.submitPayment.submit(open.id(), PAY);
    Payment submitted = shop.payment();
    for (Fault fault : List.of(Fault.REFUSED, Fault.NOT_SENT, Fault.LOST, Fault.HTTP_500)) {
      world.wire.script("QueryTrade", fault);
      assertThat(settleAt(Samples.NOW.plusSeconds(90))).isInstanceOf(Progress.TryAgain.class);
      assertThat(shop.payment()).isEqualTo(submitted);
    }
    world.ecpayPayments.moneyArrives(open.tradeNo());
    assertThat(settleAt(Samples.NOW.plusSeconds(90))).isEqualTo(Progress.DONE);
    assertThat(shop.payment()).isInstanceOf(Payment.Paid.class);
  }

  @Rule("R-PAY-11")
  @Test
  void aSubmittedAttemptWithoutMoneyIsGivenUpAfterTenMinutes() {
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    world.submitPayment.submit(open.id(), PAY);
    Instant missing = Samples.NOW.plus(Duration.ofMinutes(5));
    Instant last = Samples.NOW.plus(Duration.ofMinutes(10));
    assertThat(settleAt(Samples.NOW.plusSeconds(90))).isEqualTo(new Progress.WaitUntil(missing));
    assertThat(settleAt(missing)).isEqualTo(new Progress.WaitUntil(last));
    assertThat(settleAt(last)).isEqualTo(new Progress.WaitUntil(afterHours(1)));
    assertThat(shop.payment()).isEqualTo(new Payment.Expired(open.attempt(), last));
  }

  @Rule("R-PAY-11")
  @Test
  void aBuyerWhoLeftTheBankIsAskedAboutAfterFiveMinutesAndGivenUpAfterTwenty() {
    world.submitPayment.submit(open.id(), PAY);
    Instant first = Samples.NOW.plus(Duration.ofMinutes(5));
    Instant last = Samples.NOW.plus(Duration.ofMinutes(20));
    assertThat(settleAt(first.minusSeconds(1))).isEqualTo(new Progress.WaitUntil(first));
    assertThat(world.wire.count("QueryTrade")).isZero();
    assertThat(settleAt(first)).isEqualTo(new Progress.WaitUntil(last));
    assertThat(settleAt(last)).isEqualTo(new Progress.WaitUntil(afterHours(1)));
    assertThat(world.wire.count("QueryTrade")).isEqualTo(2);
    assertThat(shop.payment()).isEqualTo(new Payment.Expired(open.attempt(), last));
  }

  @Rule({"R-PAY-11", "R-PAY-12"})
  @Test
  void aCodeIsClosedAtItsDeadlineAfterOneFinalQuery() {
    world.ecpayPayments.answerWith(Way.CODE);
    world.submitPayment.submit(open.id(), PAY);
    Instant deadline = Samples.NOW.plus(Duration.ofDays(3));
    assertThat(settleAt(Samples.NOW)).isEqualTo(new Progress.WaitUntil(afterHours(24)));
    assertThat(world.wire.count("QueryTrade")).isZero();
    assertThat(settleAt(deadline.minusSeconds(1))).isEqualTo(new Progress.WaitUntil(deadline));
    Payment waiting = shop.payment();
    assertThat(waiting).isInstanceOf(Payment.AwaitingMoney.class);
    settleAt(deadline);
    assertThat(world.wire.count("QueryTrade")).isEqualTo(2);
    assertThat(shop.payment())
        .isEqualTo(new Payment.Expired(open.attempt(), deadline, waiting.code()));
  }

  @Rule("R-PAY-11")
  @Test
  void theFinalQueryFindsMoneyWhoseNoticeWasLost() {
    world.ecpayPayments.answerWith(Way.CODE);
    world.submitPayment.submit(open.id(), PAY);
    world.ecpayPayments.moneyArrives(open.tradeNo());
    shop.runToTheEnd();
    assertThat(shop.payment()).isInstanceOf(Payment.Paid.class);
    assertThat(shop.events(OrderPaid.class)).hasSize(1);
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-11")
  @Test
  void moneyAfterTheDeadlineStillPaysAndIsToldToAPerson() {
    world.ecpayPayments.answerWith(Way.CODE);
    world.submitPayment.submit(open.id(), PAY);
    shop.runToTheEnd();
    world.ecpayPayments.moneyArrives(open.tradeNo());
    shop.deliver(world.ecpayPayments.report(Samples.merchant(), open.tradeNo()));
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.incidents()).containsExactly("PAID_AFTER_FAILURE");
  }

  @Rule("R-PAY-11")
  @Test
  void moneyWhoseNoticeWasLostIsFoundAfterTheAttemptWasClosed() {
    world.submitPayment.submit(open.id(), PAY);
    shop.runUntil(afterHours(3));
    assertThat(shop.payment()).isInstanceOf(Payment.Expired.class);
    world.ecpayPayments.moneyArrives(open.tradeNo());
    shop.runUntil(afterHours(4));
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(shop.events(OrderPaid.class)).hasSize(1);
    assertThat(shop.incidents()).containsExactly("PAID_AFTER_FAILURE");
  }

  @Rule("R-PAY-11")
  @Test
  void askingOnEndsAfterAWeek() {
    world.submitPayment.submit(open.id(), PAY);
    shop.runToTheEnd();
    assertThat(world.wire.count("QueryTrade")).isEqualTo(2 + 24 + 6);
    assertThat(shop.events(PaymentExpired.class)).hasSize(1);
    assertThat(world.books.scheduled()).doesNotContainKey(settle);
  }

  @Rule("R-PAY-11")
  @Test
  void anAttemptThatEcpayCallsFailedIsAskedAboutOnceMoreAndThenNoLonger() {
    world.submitPayment.submit(open.id(), PAY);
    shop.deliver(declined());
    shop.runToTheEnd();
    assertThat(world.wire.count("QueryTrade")).isEqualTo(1);
    assertThat(shop.payment()).isInstanceOf(Payment.Failed.class);
  }

  @Rule("R-PAY-09")
  @Test
  void anAnswerAboutAnotherPaymentOrMerchantIsNoMoney() {
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    world.submitPayment.submit(open.id(), PAY);
    Payment submitted = shop.payment();
    EcpayMerchantId ours = Samples.merchant().payments().merchantId();
    MerchantTradeNo another = new MerchantTradeNo("TN999999999999999999");
    for (PaymentReport foreign :
        List.of(paid(new EcpayMerchantId("999"), open.tradeNo()), paid(ours, another))) {
      world.ecpayPayments.answerQueriesWith(foreign);
      assertThat(settleAt(Samples.NOW.plusSeconds(90))).isInstanceOf(Progress.TryAgain.class);
      assertThat(shop.payment()).isEqualTo(submitted);
    }
    world.ecpayPayments.answerQueriesWith(paid(ours, open.tradeNo()));
    assertThat(settleAt(Samples.NOW.plusSeconds(90))).isEqualTo(Progress.DONE);
    assertThat(shop.order().isPaid()).isTrue();
  }

  private PaymentReport paid(EcpayMerchantId merchant, MerchantTradeNo tradeNo) {
    return ScriptedPayments.report(
        merchant, tradeNo, new Verdict.Paid(), open.attempt().amount(), false);
  }

  @Rule("R-PAY-10")
  @Test
  void aPaidAttemptIsLeftAlone() {
    Shop paid = Shop.paid(new World());
    FollowUp.SettlePayment again = new FollowUp.SettlePayment(Samples.SHOP, paid.payment().id());
    assertThat(paid.proceed(again)).isEqualTo(Progress.DONE);
    assertThat(paid.world.wire.count("QueryTrade")).isZero();
  }

  @Test
  void whenSomebodyMovesTheAttemptOnMeanwhileItIsLookedAtAfresh() {
    Instant due = Samples.NOW.plus(Duration.ofMinutes(20));
    world.clock.advanceTo(due);
    world.interruptions.before("Transactions.inTransaction", () -> shop.deliver(declined()));
    assertThat(shop.proceed(settle)).isEqualTo(new Progress.WaitUntil(due));
    assertThat(shop.payment()).isInstanceOf(Payment.Failed.class);
    assertThat(shop.events(PaymentExpired.class)).isEmpty();
    assertThat(shop.proceed(settle)).isEqualTo(Progress.DONE);
  }

  private PaymentReport declined() {
    return ScriptedPayments.report(
        Samples.merchant().payments().merchantId(),
        open.tradeNo(),
        new Verdict.Declined(new PaymentFailure("10100058", "declined")),
        open.attempt().amount(),
        false);
  }
}
