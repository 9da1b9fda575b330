package ecpay.domain.payment;

import static ecpay.domain.payment.PaymentStates.EXPIRED;
import static ecpay.domain.payment.PaymentStates.FAILED;
import static ecpay.domain.payment.PaymentStates.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Reaction.Kind;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.report.TradeDetails;
import ecpay.domain.rule.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision table of callbacks.md from the row "amount equal" on. */
class ReportPolicyTest {
  private static final Verdict YES = new Verdict.Paid();
  private static final Verdict PENDING = new Verdict.Pending();

  private static Verdict no(String code, String message) {
    return new Verdict.Declined(new PaymentFailure(code, message));
  }

  private static PaymentReport report(Verdict verdict, long amount, boolean simulated) {
    TradeDetails told = Samples.tradeDetails();
    TradeDetails trade =
        new TradeDetails(
            told.ecpayTradeNo(),
            Money.of(amount),
            told.paymentType(),
            told.createdAt(),
            told.paidAt(),
            told.chargeFee(),
            told.processFee(),
            told.card(),
            told.payer());
    return new PaymentReport(
        new EcpayMerchantId("1000001"), Samples.attempt().tradeNo(), verdict, trade, simulated);
  }

  static List<Payment> all() {
    return PaymentStates.all();
  }

  static List<Payment> live() {
    return PaymentStates.LIVE;
  }

  @Rule({"R-PAY-08", "R-PAY-09"})
  @ParameterizedTest
  @MethodSource("live")
  void realMoneyOfTheRightAmountPays(Payment payment) {
    assertThat(payment.after(report(YES, 1000, false)))
        .isEqualTo(
            new Reaction(
                new Payment.Paid(payment.attempt(), PAID.trade(), payment.code()),
                Kind.PAID,
                Optional.empty()));
  }

  @Rule("R-PAY-11")
  @Test
  void moneyAfterAFailureOrADeadlineStillPaysAndIsToldToAPerson() {
    for (Payment payment : List.of(FAILED, EXPIRED)) {
      assertThat(payment.after(report(YES, 1000, false)))
          .isEqualTo(
              new Reaction(PAID, Kind.PAID, Optional.of(PaymentIncident.PAID_AFTER_FAILURE)));
    }
  }

  @Rule({"R-PAY-10", "R-CBK-03"})
  @Test
  void nothingChangesAPaidAttempt() {
    for (Verdict verdict : List.of(YES, no("10100058", "declined"), PENDING)) {
      assertThat(PAID.after(report(verdict, 1000, false)))
          .isEqualTo(new Reaction(PAID, Kind.UNCHANGED, Optional.empty()));
    }
  }

  @Rule("R-PAY-09")
  @ParameterizedTest
  @MethodSource("all")
  void anotherAmountIsAnIncidentAndChangesNothing(Payment payment) {
    for (Verdict verdict : List.of(YES, no("1", "declined"))) {
      for (long amount : List.of(999L, 1001L)) {
        for (boolean simulated : List.of(true, false)) {
          assertThat(payment.after(report(verdict, amount, simulated)))
              .isEqualTo(
                  new Reaction(
                      payment, Kind.UNCHANGED, Optional.of(PaymentIncident.AMOUNT_MISMATCH)));
        }
      }
    }
  }

  @Rule("R-PAY-09")
  @ParameterizedTest
  @MethodSource("all")
  void aSimulationIsAnIncidentAndChangesNothing(Payment payment) {
    for (Verdict verdict : List.of(YES, no("10100058", "declined"))) {
      assertThat(payment.after(report(verdict, 1000, true)))
          .isEqualTo(
              new Reaction(
                  payment, Kind.UNCHANGED, Optional.of(PaymentIncident.SIMULATED_PAYMENT)));
    }
  }

  @Rule("R-PAY-06")
  @ParameterizedTest
  @MethodSource("all")
  void noMoneyYetChangesNothing(Payment payment) {
    for (long amount : List.of(0L, 1000L)) {
      for (boolean simulated : List.of(true, false)) {
        assertThat(payment.after(report(PENDING, amount, simulated)))
            .isEqualTo(new Reaction(payment, Kind.UNCHANGED, Optional.empty()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("live")
  void aDeclinedAttemptFails(Payment payment) {
    assertThat(payment.after(report(no("10100058", "declined"), 1000, false)))
        .isEqualTo(new Reaction(FAILED, Kind.FAILED, Optional.empty()));
  }

  @Rule("R-CBK-04")
  @Test
  void anExpiredAttemptThatIsDeclinedHasFailedWhicheverCameFirst() {
    PaymentReport declined = report(no("10100058", "declined"), 1000, false);
    assertThat(EXPIRED.after(declined).payment()).isEqualTo(FAILED);
    assertThat(EXPIRED.after(declined).kind()).isEqualTo(Kind.FAILED);
    assertThat(FAILED.expire(Samples.NOW)).isEqualTo(FAILED);
  }

  @Rule("R-CBK-04")
  @Test
  void ofTwoFailuresTheSameOneStaysWhicheverCameFirst() {
    List<Verdict> failures = List.of(no("2", "b"), no("10", "a"), no("10", "b"));
    for (Verdict one : failures) {
      for (Verdict other : failures) {
        Payment oneFirst =
            FAILED
                .after(report(one, 1000, false))
                .payment()
                .after(report(other, 1000, false))
                .payment();
        Payment otherFirst =
            FAILED
                .after(report(other, 1000, false))
                .payment()
                .after(report(one, 1000, false))
                .payment();
        assertThat(oneFirst).isEqualTo(otherFirst);
      }
    }
    Reaction again = FAILED.after(report(no("0", "x"), 1000, false));
    assertThat(again.kind()).isEqualTo(Kind.UNCHANGED);
    assertThat(again.payment())
        .isEqualTo(new Payment.Failed(Samples.attempt(), new PaymentFailure("0", "x")));
  }

  @Test
  void everyIncidentSaysWhatToDo() {
    assertThat(PaymentIncident.values())
        .allSatisfy(incident -> assertThat(incident.advice()).hasSizeGreaterThan(20))
        .extracting(PaymentIncident::advice)
        .doesNotHaveDuplicates();
  }

  @Rule({"R-PAY-06", "R-PAY-11"})
  @Test
  void aCodeThatIsIssuedAfterWeGaveUpIsStillAwaitedUnlessItIsOverToo() {
    PaymentInstructions code = PaymentStates.ATM;
    PaymentReport report = report(new Verdict.CodeIssued(code), 1000, false);
    Payment early = new Payment.Expired(Samples.attempt(), code.deadline().minusSeconds(1));
    Payment over = new Payment.Expired(Samples.attempt(), code.deadline());
    assertThat(early.after(report).kind()).isEqualTo(Reaction.Kind.CODE_ISSUED);
    assertThat(early.after(report).payment())
        .isEqualTo(new Payment.AwaitingMoney(Samples.attempt(), Samples.tradeDetails(), code));
    assertThat(over.after(report).payment()).isEqualTo(over);
  }

  @Rule("R-PAY-06")
  @Test
  void aCodeStaysKnownAfterItWasPaidWithInTimeOrTooLate() {
    for (Payment held :
        List.of(PaymentStates.AWAITING_MONEY, PaymentStates.AWAITING_MONEY.expire(Samples.NOW))) {
      PaymentReport report =
          new PaymentReport(
              Samples.merchant().payments().merchantId(),
              held.tradeNo(),
              new Verdict.Paid(),
              Samples.tradeDetails(),
              false);
      assertThat(held.after(report).payment())
          .isEqualTo(
              new Payment.Paid(
                  held.attempt(), Samples.tradeDetails(), Optional.of(PaymentStates.ATM)));
    }
  }
}
