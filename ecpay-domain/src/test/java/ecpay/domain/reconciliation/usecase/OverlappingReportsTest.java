package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * ECPay's latest word about its days counts, whichever report of more days told of the same line
 * meanwhile (U-03).
 */
class OverlappingReportsTest {
  private static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  private static final Instant PAID_AT = Instant.parse("2026-11-21T04:07:33Z");
  private static final StatementFile FILE = StatementFile.QueryTradeMedia;
  private final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  private final Payment.Paid paid = withFee((Payment.Paid) shop.payment());
  private final Statements.Making full =
      line(1000).withEcpayNo(paid.trade().ecpayTradeNo()).settledOn(TODAY);

  /** ECPay told a fee of 25.50 with the payment. */
  private Payment.Paid withFee(Payment.Paid free) {
    Payment.Paid charged = new Payment.Paid(free.attempt(), Samples.tradeDetails());
    holdingOrder(charged, () -> shop.world.books.payments().save(charged));
    return charged;
  }

  private void holdingOrder(Payment payment, Runnable change) {
    shop.world
        .books
        .transactions()
        .run(() -> {
          shop.world.books.orders().lock(payment.merchant(), payment.order());
          change.run();
        });
  }

  private Statements.Making line(long amount) {
    return Statements.of(paid.tradeNo().value(), amount);
  }

  private Report fetched(StatementEntry... lines) {
    return fetchedOf(TODAY, lines);
  }

  private Report fetchedOf(LocalDate day, StatementEntry... lines) {
    statements.tells(FILE, lines);
    Report report = statements.requestReport.request(Samples.SHOP, FILE, Period.of(day));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(10)));
    return report;
  }

  private Report own(StatementEntry... lines) {
    return ownUntil(TODAY, lines);
  }

  private Report ownUntil(LocalDate last, StatementEntry... lines) {
    Report report =
        statements.requestReport.ofOwnFile(
            Samples.SHOP, FILE, new Period(TODAY.withDayOfMonth(1), last));
    statements.compareStatement.compare(
        Samples.SHOP, report.id(), StatementWorld.lines(List.of(lines), Optional.empty()), true);
    return report;
  }

  private List<BigDecimal> fees() {
    return shop.world.books.statementBooks().fees(Samples.SHOP, paid.id()).stream()
        .map(fee -> fee.billed())
        .toList();
  }

  private List<Difference> open(Report report) {
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 9).stream()
        .filter(kept -> kept.state() == KeptDifference.State.OPEN)
        .map(KeptDifference::difference)
        .toList();
  }

  private BigDecimal expected() {
    return Statements.of(paid).fee().orElseThrow();
  }

  private StatementLine right() {
    return full.withFee(expected()).line(PAID_AT);
  }

  private StatementLine wrongAmount() {
    return line(1100)
        .withEcpayNo(paid.trade().ecpayTradeNo())
        .settledOn(TODAY)
        .withFee(expected())
        .line(PAID_AT);
  }

  private StatementLine refund(long twd) {
    return line(-twd).settledOn(TODAY).line(PAID_AT);
  }

  @Test
  void anAmountThatEcpayCorrectsAfterTheMonthWasReadBringsItsFeeAlong() {
    fetched(wrongAmount());
    own(wrongAmount());
    assertThat(open(fetched(right()))).isEmpty();
    assertThat(fees()).containsExactly(expected());
  }

  @Test
  void aRefundThatEcpayCorrectsAfterTheMonthWasReadCountsOnce() {
    fetched(right(), refund(900));
    own(right(), refund(900));
    assertThat(open(fetched(right(), refund(800))))
        .singleElement()
        .isInstanceOfSatisfying(
            Difference.StatusDiffers.class, differs -> assertThat(differs.there()).isEqualTo(-800));
  }

  @Test
  void aTradeThatEcpaysFileTellsNoMoreIsMissedThoughTheMonthToldOfIt() {
    StatementLine another = Statements.of("ANOTHER", 0).line(PAID_AT);
    LocalDate day = TODAY.plusDays(FILE.daysUntilBooked());
    shop.world.clock.advance(Duration.ofDays(FILE.daysUntilBooked() + 1L));
    fetchedOf(day, right(), another);
    ownUntil(day, right());
    assertThat(open(fetchedOf(day, another)))
        .hasAtLeastOneElementOfType(Difference.MissingThere.class);
    assertThat(fees()).isEmpty();
  }

  @Test
  void whatTheMonthToldOfAndEcpaysFileStillTellsStays() {
    fetched(right());
    own(right());
    assertThat(open(fetched(right()))).isEmpty();
    own(right());
    assertThat(fees()).containsExactly(expected());
  }

  @Test
  void aTradeThatEcpayMovesToAnotherDayIsNotTakenOutByTheFirst() {
    StatementLine another = Statements.of("ANOTHER", 0).line(PAID_AT);
    shop.world.clock.advance(Duration.ofDays(2));
    fetchedOf(TODAY, right(), another);
    fetchedOf(TODAY.plusDays(1), right());
    fetchedOf(TODAY, another);
    assertThat(fees()).containsExactly(expected());
  }

  @Test
  void aTradeThatEcpayMovedAndThenTellsNoMoreAnywhereIsTakenOut() {
    StatementLine another = Statements.of("ANOTHER", 0).line(PAID_AT);
    shop.world.clock.advance(Duration.ofDays(2));
    fetchedOf(TODAY, right(), another);
    fetchedOf(TODAY.plusDays(1), right(), another);
    fetchedOf(TODAY, another);
    fetchedOf(TODAY.plusDays(1), another);
    assertThat(fees()).isEmpty();
  }
}
