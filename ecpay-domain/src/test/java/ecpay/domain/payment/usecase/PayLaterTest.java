package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.PaymentCodeIssued;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions.Application;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A buyer applies to pay later (BNPL), and a lender takes days to decide. */
@Rule({"R-ORD-03", "R-PAY-07"})
class PayLaterTest {
  private static final Offer CARD = Offer.embedded(Set.of(PaymentMethod.CARD));
  private static final Application APPLICATION =
      new Application("BN1", "3", Samples.NOW.plus(Application.LIFE));

  private final World world = new World();
  private final Shop shop = new Shop(world, content());

  private static OrderContent content() {
    OrderLine line =
        new OrderLine(
            "茶具組", Quantity.of(1), "組", UnitPrice.of(3000), Money.of(3000), TaxKind.TAXABLE);
    OrderContent sample = Samples.content();
    return new OrderContent(sample.buyer(), List.of(line), Money.of(3000), "茶", sample.invoice());
  }

  private Result pay(Offer offer, Optional<PaymentId> beside) {
    return world.payOrder.pay(Samples.SHOP, shop.order, offer, beside);
  }

  private Payment.HandedOver onEcpaysPage() {
    Offer later = Offer.hosted(Set.of(PaymentMethod.BNPL));
    return ((Result.HandedOver) pay(later, Optional.empty())).payment();
  }

  private Payment.AwaitingMoney applied() {
    Payment.HandedOver handed = onEcpaysPage();
    PaymentReport told = report(handed, new Verdict.CodeIssued(APPLICATION));
    world.recordPaymentNotice.recordPaymentInfo(Samples.merchant(), world.readers.write(told));
    return (Payment.AwaitingMoney) world.books.payments().find(handed.id()).orElseThrow();
  }

  private static PaymentReport report(Payment payment, Verdict verdict) {
    return ScriptedPayments.report(
        Samples.merchant().payments().merchantId(),
        payment.tradeNo(),
        verdict,
        payment.attempt().amount(),
        false);
  }

  private Progress settleAt(Payment payment, Instant time) {
    world.clock.advanceTo(time);
    return shop.proceed(new FollowUp.SettlePayment(Samples.SHOP, payment.id()));
  }

  @Test
  void anApplicationIsKeptAndIsNoMoney() {
    Payment.AwaitingMoney applied = applied();
    assertThat(applied.instructions()).isEqualTo(APPLICATION);
    assertThat(shop.events(PaymentCodeIssued.class)).hasSize(1);
    assertThat(shop.order().isPaid()).isFalse();
  }

  @Test
  void whoHasAppliedIsNotChargedByCardAsWellUnlessItIsWanted() {
    Payment.AwaitingMoney applied = applied();
    world.ecpayPayments.answerQueriesWith(report(applied, new Verdict.Pending()));
    assertThat(pay(CARD, Optional.empty())).isEqualTo(new Result.UnderWay(applied));
    assertThat(world.payOrder.again(applied.id())).isEqualTo(new Result.UnderWay(applied));
    assertThat(pay(CARD, Optional.of(applied.id()))).isInstanceOf(Result.Opened.class);
  }

  @Test
  void aFormThatWasOpenBeforeTheApplicationIsNotCharged() {
    Payment.Open open = ((Result.Opened) pay(CARD, Optional.empty())).payment();
    Payment.AwaitingMoney applied = applied();
    world.ecpayPayments.answerQueriesWith(report(applied, new Verdict.Pending()));
    assertThat(world.submitPayment.submit(open.id(), new PayToken("pay"))).isEqualTo(applied);
    assertThat(world.wire.count("CreatePayment")).isZero();
  }

  @Test
  void whoWasRefusedPaysOtherwiseThoughNobodyTold() {
    Payment.AwaitingMoney applied = applied();
    Verdict refused = new Verdict.Declined(new PaymentFailure("10200163", "TradeStatus 10200163"));
    world.ecpayPayments.answerQueriesWith(report(applied, refused));
    assertThat(pay(CARD, Optional.empty())).isInstanceOf(Result.Opened.class);
    assertThat(world.books.payments().find(applied.id()).orElseThrow())
        .isInstanceOf(Payment.Failed.class);
  }

  @Test
  void whileEcpayDoesNotAnswerTheApplicationStandsInTheWay() {
    Payment.AwaitingMoney applied = applied();
    world.wire.script("QueryTrade", Fault.LOST);
    assertThat(pay(CARD, Optional.empty())).isEqualTo(new Result.UnderWay(applied));
  }

  @Rule("R-PAY-13")
  @Test
  void anApplicationWhoseNoticeWasLostIsFoundByAsking() {
    Payment.HandedOver handed = onEcpaysPage();
    world.ecpayPayments.takesACode(handed.attempt(), APPLICATION);
    settleAt(handed, Samples.NOW.plus(Duration.ofMinutes(5)));
    assertThat(world.books.payments().find(handed.id()).orElseThrow())
        .isInstanceOf(Payment.AwaitingMoney.class);
  }

  @Rule("R-PAY-11")
  @Test
  void anApplicationOfWhichNobodyTellsIsGivenUpAfterAWeekAndALateApprovalIsToldToAPerson() {
    Payment.AwaitingMoney applied = applied();
    world.ecpayPayments.answerQueriesWith(report(applied, new Verdict.Pending()));
    settleAt(applied, Samples.NOW.plus(Application.LIFE));
    assertThat(world.books.payments().find(applied.id()).orElseThrow())
        .isInstanceOf(Payment.Expired.class);
    shop.deliver(report(applied, new Verdict.Paid()));
    assertThat(shop.incidents()).containsExactly("PAID_AFTER_FAILURE");
    assertThat(shop.order().isPaid()).isTrue();
  }
}
