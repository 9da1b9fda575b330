package ecpay.domain.payment;

import static ecpay.domain.payment.PaymentStates.ATM;
import static ecpay.domain.payment.PaymentStates.AWAITING_BUYER;
import static ecpay.domain.payment.PaymentStates.AWAITING_MONEY;
import static ecpay.domain.payment.PaymentStates.BANK;
import static ecpay.domain.payment.PaymentStates.OPEN;
import static ecpay.domain.payment.PaymentStates.OPENING;
import static ecpay.domain.payment.PaymentStates.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The moves of an attempt. Opening a form, submitting and answering are methods of one state's type
 * each, so every other order of them does not compile: a second CreatePayment, an answer before the
 * call, a submission of a closed attempt (R-PAY-01, R-PAY-02, R-PAY-10).
 */
class PaymentStatesTest {
  private static final Instant NOW = Samples.NOW;
  private static final PaymentFailure NO = new PaymentFailure("NO", "no");

  @Rule("R-PAY-02")
  @Test
  void aTokenEndsWhenEcpaySaysIfThatIsEarlier() {
    Instant early = NOW.plus(Duration.ofMinutes(3));
    assertThat(OPENING.opened(Samples.checkoutToken(), NOW, early).usableUntil()).isEqualTo(early);
    assertThat(OPENING.opened(Samples.checkoutToken(), NOW, NOW.plus(Duration.ofHours(1))))
        .isEqualTo(OPEN);
  }

  @Rule("R-PAY-02")
  @Test
  void aTokenIsUsableForTenMinutes() {
    assertThat(OPEN.usableUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    assertThat(OPEN.isUsableAt(OPEN.usableUntil())).isTrue();
    assertThat(OPEN.isUsableAt(OPEN.usableUntil().plusNanos(1000))).isFalse();
    assertThat(OPEN.submit(OPEN.usableUntil()).at()).isEqualTo(OPEN.usableUntil());
  }

  @Rule("R-PAY-02")
  @Test
  void anOlderTokenCannotPay() {
    IllegalMoveException refused =
        catchThrowableOfType(
            IllegalMoveException.class, () -> OPEN.submit(OPEN.usableUntil().plusSeconds(1)));
    assertThat(refused.rule()).isEqualTo("R-PAY-02");
  }

  @Rule("R-PAY-01")
  @Test
  void theTradeNumberStaysTheSameThroughAllStates() {
    assertThat(PaymentStates.all())
        .allSatisfy(payment -> {
          assertThat(payment.tradeNo()).isEqualTo(Samples.attempt().tradeNo());
          assertThat(payment.id()).isEqualTo(Samples.attempt().id());
          assertThat(payment.order()).isEqualTo(Samples.ORDER);
          assertThat(payment.merchant()).isEqualTo(Samples.SHOP);
        });
  }

  @Test
  void aFormThatDoesNotOpenFailsTheAttempt() {
    assertThat(OPENING.notOpened(NO)).isEqualTo(new Payment.Failed(Samples.attempt(), NO));
    assertThat(SUBMITTED.refused(NO)).isEqualTo(new Payment.Failed(Samples.attempt(), NO));
  }

  @Rule("R-PAY-03")
  @Test
  void aPageOfTheBankIsNotMoney() {
    assertThat(SUBMITTED.answered(new PaymentReply.BuyerMustConfirm(BANK), NOW))
        .isEqualTo(AWAITING_BUYER);
  }

  @Rule("R-PAY-06")
  @Test
  void aCodeIsNotMoneyAndIsKeptWithItsDeadline() {
    assertThat(SUBMITTED.answered(new PaymentReply.CodeIssued(Samples.tradeDetails(), ATM), NOW))
        .isEqualTo(AWAITING_MONEY);
  }

  @Rule("R-PAY-08")
  @Test
  void aChargeWithout3dSecureWaitsForAReport() {
    assertThat(SUBMITTED.answered(new PaymentReply.Charged(Samples.tradeDetails()), NOW))
        .isEqualTo(SUBMITTED);
  }

  @Rule("R-PAY-11")
  @ParameterizedTest
  @MethodSource("ecpay.domain.payment.PaymentStates#live")
  void aLiveAttemptExpires(Payment payment) {
    assertThat(payment.isLive()).isTrue();
    assertThat(payment.expire(NOW))
        .isEqualTo(new Payment.Expired(Samples.attempt(), NOW, payment.code()));
    assertThat(AWAITING_MONEY.expire(NOW).code()).contains(ATM);
  }

  @Rule({"R-PAY-10", "R-PAY-11"})
  @Test
  void aClosedAttemptStaysAsItIs() {
    assertThat(PaymentStates.CLOSED)
        .allSatisfy(payment -> {
          assertThat(payment.isLive()).isFalse();
          assertThat(payment.expire(NOW)).isSameAs(payment);
        });
  }

  @Rule("R-ORD-03")
  @Test
  void onlyASubmittedAttemptAndABuyerAtTheBankKeepOthersFromPaying() {
    Instant over = NOW.plus(Duration.ofMinutes(10));
    assertThat(PaymentStates.all().stream().filter(payment -> payment.isUnderWayAt(NOW)))
        .containsExactly(SUBMITTED, AWAITING_BUYER);
    assertThat(AWAITING_BUYER.isUnderWayAt(over.minusSeconds(1))).isTrue();
    assertThat(AWAITING_BUYER.isUnderWayAt(over)).isFalse();
    assertThat(SUBMITTED.isUnderWayAt(over)).isTrue();
  }
}
