package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.DomainEvent.PaymentReceived;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Interruptions.Killed;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The whole decision table of callbacks.md section 3. */
class RecordPaymentNoticeTest {
  private static final Acknowledgement RECEIVED = new Acknowledgement.Received();
  private static final EcpayMerchantId OURS = Samples.merchant().payments().merchantId();
  private static final Verdict YES = new Verdict.Paid();
  private static final Verdict NO =
      new Verdict.Declined(new PaymentFailure("10100058", "declined"));

  private final World world = new World();
  private final Shop shop = new Shop(world);
  private final Payment.Open open = shop.open(PaymentMethod.CARD);

  private PaymentReport report(Verdict verdict, long amount, boolean simulated) {
    return ScriptedPayments.report(OURS, open.tradeNo(), verdict, Money.of(amount), simulated);
  }

  private void nothingChanged() {
    assertThat(shop.payment()).isEqualTo(open);
    assertThat(shop.order().isPaid()).isFalse();
    assertThat(shop.events(PaymentReceived.class)).isEmpty();
    assertThat(shop.events(PaymentFailed.class)).isEmpty();
  }

  private void paidOnce() {
    assertThat(shop.payment()).isInstanceOf(Payment.Paid.class);
    assertThat(shop.order().payment().orElseThrow().tradeNo()).isEqualTo(open.tradeNo());
    assertThat(shop.events(PaymentReceived.class)).hasSize(1);
    assertThat(shop.events(OrderPaid.class))
        .containsExactly(new OrderPaid(open.tradeNo(), Money.of(1000)));
    assertThat(world.books.scheduled())
        .containsKey(new FollowUp.IssueInvoice(Samples.SHOP, shop.order));
  }

  @Rule("R-CBK-01")
  @Test
  void whatIsNotAuthenticIsRefusedKeptAsEvidenceAndChangesNothing() {
    byte[] forged = "forged".getBytes(StandardCharsets.UTF_8);
    assertThat(world.recordPaymentNotice.record(Samples.merchant(), forged))
        .isEqualTo(new Acknowledgement.Refused("not authentic"));
    assertThat(world.books.keptBodies()).isEmpty();
    assertThat(world.books.refusedNotices()).hasSize(1);
    nothingChanged();
  }

  @Rule("R-PAY-09")
  @Test
  void anotherMerchantsNoticeIsAnIncident() {
    PaymentReport foreign =
        ScriptedPayments.report(
            new EcpayMerchantId("999"), open.tradeNo(), YES, Money.of(1000), false);
    assertThat(shop.deliver(foreign)).isEqualTo(RECEIVED);
    nothingChanged();
    assertThat(lastIncident()).isEqualTo("FOREIGN_MERCHANT");
  }

  @Test
  void aTradeNumberThatIsNotInTheBooksIsAnIncident() {
    MerchantTradeNo unknown = new MerchantTradeNo("TN999999999999999999");
    assertThat(shop.deliver(ScriptedPayments.report(OURS, unknown, YES, Money.of(1000), false)))
        .isEqualTo(RECEIVED);
    nothingChanged();
    assertThat(lastIncident()).isEqualTo("UNKNOWN_ORDER");
  }

  /** Of those that belong to no order. */
  private String lastIncident() {
    return world.orderlessEvents().stream()
        .filter(IncidentRaised.class::isInstance)
        .map(event -> ((IncidentRaised) event).kind())
        .reduce((_, last) -> last)
        .orElse("none");
  }

  @Rule("R-PAY-09")
  @Test
  void anotherAmountIsAnIncidentAndTheOrderUnchanged() {
    assertThat(shop.deliver(report(YES, 999, false))).isEqualTo(RECEIVED);
    nothingChanged();
    assertThat(shop.incidents()).containsExactly("AMOUNT_MISMATCH");
  }

  @Rule("R-PAY-09")
  @Test
  void aSimulationIsOnlyKept() {
    for (Verdict verdict : new Verdict[] {YES, NO}) {
      assertThat(shop.deliver(report(verdict, 1000, true))).isEqualTo(RECEIVED);
    }
    nothingChanged();
    assertThat(world.books.keptBodies()).hasSize(2);
    assertThat(shop.incidents()).as("once per attempt").containsExactly("SIMULATED_PAYMENT");
  }

  @Rule({"R-PAY-08", "R-PAY-09", "R-CBK-05"})
  @Test
  void realMoneyPaysTheOrderOnceAndTheInvoiceFollows() {
    assertThat(shop.deliver(report(YES, 1000, false))).isEqualTo(RECEIVED);
    paidOnce();
    assertThat(world.books.keptBodies()).hasSize(1);
  }

  @Rule({"R-PAY-10", "R-CBK-03"})
  @Test
  void aRepeatOfAPaidOrderIsAcknowledgedAndChangesNothing() {
    for (int i = 0; i < 5; i++) {
      world.clock.advance(Duration.ofHours(2));
      assertThat(shop.deliver(report(YES, 1000, false))).isEqualTo(RECEIVED);
    }
    paidOnce();
    assertThat(world.books.keptBodies()).hasSize(1);
    assertThat(shop.incidents()).isEmpty();
  }

  @Test
  void aDeclinedAttemptFailsAndTheOrderStaysPayable() {
    assertThat(shop.deliver(report(NO, 1000, false))).isEqualTo(RECEIVED);
    assertThat(shop.deliver(report(NO, 1000, false))).isEqualTo(RECEIVED);
    assertThat(shop.payment()).isInstanceOf(Payment.Failed.class);
    assertThat(shop.events(PaymentFailed.class)).hasSize(1);
    assertThat(shop.order().isPaid()).isFalse();
    assertThat(shop.open(PaymentMethod.CARD).tradeNo()).isNotEqualTo(open.tradeNo());
  }

  @Rule("R-PAY-10")
  @Test
  void aPaidOrderNeverGoesBack() {
    shop.deliver(report(YES, 1000, false));
    assertThat(shop.deliver(report(NO, 1000, false))).isEqualTo(RECEIVED);
    paidOnce();
    assertThat(shop.events(PaymentFailed.class)).isEmpty();
  }

  @Rule("R-CBK-04")
  @Test
  void aWrongNoticeDoesNotShadowTheRightOneThatFollows() {
    shop.deliver(report(YES, 999, false));
    shop.deliver(report(YES, 1000, true));
    shop.deliver(
        ScriptedPayments.report(
            new EcpayMerchantId("999"), open.tradeNo(), YES, Money.of(1000), false));
    shop.deliver(report(new Verdict.Pending(), 1000, false));
    shop.deliver(report(YES, 1000, false));
    paidOnce();
  }

  @Rule("R-ORD-03")
  @Test
  void aSecondPaidAttemptIsAnIncidentAndNoSecondOrder() {
    Payment.Open second = shop.open(PaymentMethod.ATM);
    shop.deliver(report(YES, 1000, false));
    shop.deliver(ScriptedPayments.report(OURS, second.tradeNo(), YES, Money.of(1000), false));
    assertThat(shop.payments()).allMatch(Payment.Paid.class::isInstance);
    assertThat(shop.events(PaymentReceived.class)).hasSize(2);
    assertThat(shop.events(OrderPaid.class)).hasSize(1);
    assertThat(shop.incidents()).containsExactly("SECOND_PAYMENT");
    assertThat(shop.order().payment().orElseThrow().tradeNo()).isEqualTo(open.tradeNo());
  }

  @Rule("R-CBK-04")
  @Test
  void aNoticeFasterThanTheAnswerOfItsCallIsKept() {
    shop.deliver(report(YES, 1000, false));
    assertThat(world.submitPayment.submit(open.id(), new PayToken("pay")))
        .isInstanceOf(Payment.Paid.class);
    assertThat(world.wire.count("CreatePayment")).isZero();
  }

  @Rule({"R-CBK-03", "R-CBK-05"})
  @Test
  void killedAnywhereTheNextDeliveryFinishesTheWork() {
    int points =
        Shop.killEverywhere(
            new Shop.Story() {
              @Override
              public Shop begin() {
                Shop fresh = new Shop();
                Payment.Open form = fresh.open(PaymentMethod.CARD);
                fresh.world.submitPayment.submit(form.id(), new PayToken("pay"));
                fresh.world.ecpayPayments.moneyArrives(form.tradeNo());
                return fresh;
              }

              @Override
              public void live(Shop fresh) {
                deliver(fresh);
              }

              @Override
              public void check(Shop fresh) {
                deliver(fresh);
                fresh.runToTheEnd();
                assertThat(fresh.events(OrderPaid.class)).hasSize(1);
                assertThat(fresh.world.ecpayInvoices.count()).isEqualTo(1);
                assertThat(fresh.incidents()).isEmpty();
              }

              private void deliver(Shop fresh) {
                fresh.deliver(
                    fresh.world.ecpayPayments.report(
                        Samples.merchant(), fresh.payment().tradeNo()));
              }
            });
    assertThat(points).isGreaterThan(15);
  }

  @Rule({"R-CBK-01", "R-CBK-05"})
  @Test
  void whenTheBooksFailNothingIsAcknowledgedAndNothingKept() {
    world.interruptions.killAt(3, true); // reader, transaction, inbox, then the payment
    assertThatExceptionOfType(Killed.class)
        .isThrownBy(() -> shop.deliver(report(YES, 1000, false)));
    world.interruptions.killNoMore();
    assertThat(world.books.keptBodies()).isEmpty();
    nothingChanged();
  }
}
