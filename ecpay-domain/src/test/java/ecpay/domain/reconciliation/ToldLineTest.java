package ecpay.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.payment.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldLineTest {
  private static final Instant AT = Instant.parse("2026-11-21T04:07:33Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-22T04:07:33Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  private static final Optional<PaymentId> PAYMENT = Optional.of(new PaymentId("PAY1"));
  private static final Statements.Making FULL =
      Statements.of("T1", 1000).withEcpayNo("EC1").withAuthorization(7).settledOn(DAY);

  private static boolean isSame(StatementLine told, StatementLine line) {
    ToldLine known = new ToldLine("n#1", told.identity(), PAYMENT, Optional.empty(), false, false);
    return known.means(line, PAYMENT);
  }

  @Test
  void whatALayoutLeavesOutContradictsNothing() {
    assertThat(isSame(FULL.line(AT), Statements.of("T1", 1000).line(AT.minusSeconds(33)))).isTrue();
    assertThat(isSame(FULL.line(AT), Statements.of("T1", 1000).withEcpayNo("EC1").line(NEXT_DAY)))
        .isTrue();
    assertThat(isSame(FULL.line(AT), FULL.settledOn(DAY.plusDays(1)).line(AT))).isTrue();
    assertThat(isSame(Statements.of("T1", 1000).withAuthorization(0).line(AT), FULL.line(AT)))
        .isTrue();
  }

  @Test
  void anotherNumberAmountOrStateIsAnotherLine() {
    assertThat(isSame(FULL.line(AT), FULL.withEcpayNo("EC2").line(AT))).isFalse();
    assertThat(isSame(FULL.line(AT), FULL.withAuthorization(8).line(AT))).isFalse();
    assertThat(isSame(FULL.line(AT), FULL.saying(StatementLine.Status.UNPAID).line(AT))).isFalse();
    assertThat(isSame(FULL.line(AT), Statements.of("T1", 999).withEcpayNo("EC1").line(AT)))
        .isFalse();
    assertThat(isSame(FULL.line(AT), Statements.of("T2", 1000).withEcpayNo("EC1").line(AT)))
        .isFalse();
  }

  @Test
  void withoutACommonNumberAnotherDayIsAnotherLine() {
    assertThat(isSame(FULL.line(AT), Statements.of("T1", 1000).line(NEXT_DAY))).isFalse();
    assertThat(isSame(FULL.line(AT), Statements.of("T1", 1000).settledOn(DAY.plusDays(1)).line(AT)))
        .isFalse();
  }

  @Test
  void refundsOfTwoDaysAreTwoLinesAlthoughTheyBearOneNumber() {
    Statements.Making refund = Statements.of("T1", -100).withEcpayNo("EC1").settledOn(DAY);
    assertThat(isSame(refund.line(AT), refund.line(AT.plusSeconds(20)))).isTrue();
    assertThat(isSame(refund.line(AT), refund.settledOn(DAY.plusDays(1)).line(AT))).isFalse();
    assertThat(isSame(refund.line(AT), refund.line(NEXT_DAY))).isFalse();
  }

  @Test
  void aLineOfAnotherPaymentIsAnotherLine() {
    ToldLine known =
        new ToldLine("n#1", FULL.line(AT).identity(), PAYMENT, Optional.empty(), false, false);
    assertThat(known.means(FULL.line(AT), Optional.of(new PaymentId("PAY2")))).isFalse();
    assertThat(known.means(FULL.line(AT), Optional.empty())).isTrue();
  }
}
