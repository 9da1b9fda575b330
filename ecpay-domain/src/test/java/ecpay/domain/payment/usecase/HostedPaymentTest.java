package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.PaymentCodeIssued;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderContent;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedPayments;
import ecpay.domain.world.ecpay.ScriptedPayments.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts that are paid on ECPay's own page, and codes that are found again. */
class HostedPaymentTest {
  private static final PaymentInstructions CODE =
      new PaymentInstructions.Atm("812", "9103522175887271", LocalDate.of(2026, 11, 24));

  private final World world = new World();
  private final Shop shop = new Shop(world);

  private Result start(PaymentMethod... methods) {
    return world.startPayment.start(Samples.SHOP, shop.order, Offer.hosted(Set.of(methods)));
  }

  private Payment.HandedOver handedOver(PaymentMethod... methods) {
    return ((Result.HandedOver) start(methods)).payment();
  }

  private Progress settleAt(Payment payment, Instant time) {
    world.clock.advanceTo(time);
    return shop.proceed(new FollowUp.SettlePayment(Samples.SHOP, payment.id()));
  }

  @Rule("R-ORD-02")
  @Test
  void nothingIsCalledAndARepeatFindsTheSameFormUntilTheBuyerTriesAgain() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    assertThat(world.wire.count("GetTokenbyTrade")).isZero();
    assertThat(start(PaymentMethod.CARD)).isEqualTo(new Result.HandedOver(handed));
    Payment.HandedOver again = ((Result.HandedOver) world.startPayment.again(handed)).payment();
    assertThat(again.tradeNo()).isNotEqualTo(handed.tradeNo());
    assertThat(shop.payments()).hasSize(2);
  }

  @Test
  void anEmbeddedAttemptIsNotHandedOver() {
    Payment.Opening opening = Payment.begin(Samples.attempt());
    assertThatThrownBy(() -> opening.handedOver(Samples.NOW))
        .isInstanceOf(IllegalMoveException.class);
  }

  @Rule("R-ORD-10")
  @ParameterizedTest
  @ValueSource(strings = {";", "|", "`", "<", ">", "%26", "%3C", "%3c"})
  void aSymbolThatBreaksEcpaysPageIsRefusedBeforeAnythingIsHandedOver(String symbol) {
    OrderContent plain = Samples.content();
    OrderContent odd =
        new OrderContent(
            plain.buyer(), plain.lines(), plain.total(), "tea " + symbol + " 5", plain.invoice());
    Shop other = new Shop(new World(), odd);
    assertThat(
            Broken.by(() ->
                other.world.startPayment.start(
                    Samples.SHOP, other.order, Offer.hosted(Set.of(PaymentMethod.CARD)))))
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.rule()).isEqualTo("R-ORD-10");
          assertThat(violation.field()).isEqualTo("description");
          assertThat(violation.message()).contains("\"" + symbol + "\"");
        });
    assertThat(other.payments()).isEmpty();
    assertThat(other.start(PaymentMethod.CARD)).isInstanceOf(Result.Opened.class);
  }

  @Rule({"R-PAY-08", "R-PAY-11"})
  @Test
  void aFormThatWasNeverPostedExpiresOnceEcpayDoesNotKnowIt() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    assertThat(settleAt(handed, Samples.NOW.plus(Duration.ofMinutes(5))))
        .isEqualTo(new Progress.WaitUntil(Samples.NOW.plus(Payment.PAGE_LIFE)));
    assertThat(settleAt(handed, Samples.NOW.plus(Payment.PAGE_LIFE))).isEqualTo(Progress.DONE);
    assertThat(shop.payment()).isInstanceOf(Payment.Expired.class);
  }

  @Rule("R-ORD-05")
  @Test
  void anApplicationToPayLaterMayTakeAWeek() {
    assertThat(handedOver(PaymentMethod.CARD).until())
        .isEqualTo(Samples.NOW.plus(Payment.PAGE_LIFE));
    Payment.HandedOver later =
        new Payment.HandedOver(
            new Attempt(
                Samples.attempt().id(),
                Samples.SHOP,
                shop.order,
                Samples.attempt().tradeNo(),
                Money.of(3000),
                Offer.hosted(Set.of(PaymentMethod.BNPL)),
                Samples.NOW),
            Samples.NOW);
    assertThat(later.until()).isEqualTo(Samples.NOW.plus(Duration.ofDays(7)));
  }

  @Rule("R-PAY-07")
  @Test
  void aCodeOfWhichEcpayTellsIsKeptOnceAndIsNoMoney() {
    Payment.HandedOver handed = handedOver(PaymentMethod.ATM);
    PaymentReport issued =
        ScriptedPayments.report(
            Samples.merchant().payments().merchantId(),
            handed.tradeNo(),
            new Verdict.CodeIssued(CODE),
            handed.attempt().amount(),
            false);
    for (int i = 0; i < 3; i++) {
      world.recordPaymentNotice.recordPaymentInfo(Samples.merchant(), world.readers.write(issued));
    }
    assertThat(shop.payment())
        .isEqualTo(new Payment.AwaitingMoney(handed.attempt(), issued.trade(), CODE));
    assertThat(shop.events(PaymentCodeIssued.class)).hasSize(1);
    assertThat(shop.order().isPaid()).isFalse();
  }

  @Rule({"R-PAY-06", "R-PAY-13"})
  @Test
  void aCodeWhoseNoticeWasLostIsFoundByAsking() {
    Payment.HandedOver handed = handedOver(PaymentMethod.ATM, PaymentMethod.CARD);
    world.ecpayPayments.takesACode(handed.attempt(), CODE);
    settleAt(handed, Samples.NOW.plus(Duration.ofMinutes(5)));
    assertThat(shop.payment()).isInstanceOf(Payment.AwaitingMoney.class);
    assertThat(shop.events(PaymentCodeIssued.class)).hasSize(1);
  }

  @Rule("R-PAY-13")
  @Test
  void aCodeWhoseAnswerWasLostIsFoundByAskingAndNeverTakenTwice() {
    Payment.Open open = shop.open(PaymentMethod.CVS_CODE);
    world.ecpayPayments.answerWith(Way.CODE);
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    world.submitPayment.submit(open.id(), new PayToken("pay"));
    world.wire.script("QueryPaymentInfo", Fault.LOST);
    Instant due = Samples.NOW.plusSeconds(90);
    assertThat(settleAt(open, due)).isInstanceOf(Progress.TryAgain.class);
    assertThat(shop.payment()).isInstanceOf(Payment.Submitted.class);
    settleAt(open, due.plusSeconds(1));
    assertThat(shop.payment()).isInstanceOf(Payment.AwaitingMoney.class);
    assertThat(world.ecpayPayments.created()).isEqualTo(1);
  }

  @Rule({"R-PAY-06", "R-PAY-11"})
  @Test
  void aCodeThatWasTakenAfterThePageWasGivenUpIsFoundByAsking() {
    Payment.HandedOver handed = handedOver(PaymentMethod.ATM, PaymentMethod.CARD);
    Instant closed = Samples.NOW.plus(Payment.PAGE_LIFE);
    settleAt(handed, closed);
    assertThat(shop.payment()).isInstanceOf(Payment.Expired.class);
    world.ecpayPayments.takesACode(handed.attempt(), CODE);
    settleAt(handed, closed.plus(Duration.ofDays(1)));
    assertThat(shop.payment()).isInstanceOf(Payment.AwaitingMoney.class);
    assertThat(world.wire.count("QueryPaymentInfo")).isEqualTo(1);
  }

  @Rule("R-PAY-13")
  @Test
  void aCardIsNotAskedForACode() {
    Payment.HandedOver handed = handedOver(PaymentMethod.CARD);
    world.ecpayPayments.takesACode(handed.attempt(), CODE);
    settleAt(handed, Samples.NOW.plus(Duration.ofMinutes(5)));
    assertThat(world.wire.count("QueryPaymentInfo")).isZero();
  }
}
