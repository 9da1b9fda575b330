package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
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

/** A trade is billed once by each kind of file, whatever the layout of the file is (U-03). */
class OneFeePerTradeTest {
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
    Report report =
        statements.requestReport.ofOwnFile(
            Samples.SHOP, FILE, new Period(TODAY.withDayOfMonth(1), TODAY));
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

  @Test
  void aShopsOwnFileWithFewerColumnsBillsNothingTwice() {
    fetched(full.withFee(expected()).line(PAID_AT));
    Report month = own(line(1000).withFee(expected()).line(PAID_AT.minusSeconds(33)));
    assertThat(fees()).hasSize(1);
    assertThat(open(month)).isEmpty();
    Report again = fetched(full.withFee(expected()).line(PAID_AT));
    assertThat(fees()).hasSize(1);
    assertThat(open(again)).isEmpty();
  }

  @Test
  void aSettlementDayThatIsFilledInLaterBillsNothingTwice() {
    fetched(line(1000).withFee(expected()).line(PAID_AT));
    fetched(full.withFee(expected()).line(PAID_AT));
    assertThat(fees()).hasSize(1);
  }

  @Test
  void anotherFeeInAnotherLayoutIsDisputedAndNotBookedBesides() {
    fetched(full.withFee(expected()).line(PAID_AT));
    BigDecimal more = expected().add(new BigDecimal("5.00"));
    Report month = own(line(1000).withFee(more).line(PAID_AT));
    assertThat(fees()).containsExactly(expected());
    assertThat(open(month))
        .singleElement()
        .satisfies(
            found -> assertThat(found).isEqualTo(new FeeDiffers(found.about(), expected(), more)));
  }

  @Test
  void aSecondLineOfOneTradeInOneFileIsDisputedAndNotBilledTwice() {
    StatementLine billed = full.withFee(expected()).line(PAID_AT);
    Report report = fetched(billed, billed);
    assertThat(fees()).containsExactly(expected());
    assertThat(open(report))
        .singleElement()
        .satisfies(found ->
            assertThat(found)
                .isEqualTo(new FeeDiffers(found.about(), BigDecimal.ZERO, expected())));
  }

  @Test
  void aRefundThatTwoLayoutsTellCountsOnce() {
    holdingOrder(
        paid, () -> shop.world.books.refunds().add(Statements.refunded(paid, 200, Samples.NOW)));
    StatementLine there =
        line(-100).withEcpayNo(paid.trade().ecpayTradeNo()).settledOn(TODAY).line(PAID_AT);
    StatementLine shorter = line(-100).line(PAID_AT.minusSeconds(33));
    assertThat(open(fetched(Statements.of(paid), there, there))).isEmpty();
    assertThat(open(own(shorter, shorter))).isEmpty();
    assertThat(open(own(shorter, shorter, shorter))).hasSize(1);
  }

  @Test
  void anAmountThatEcpayCorrectsBringsItsFeeAlong() {
    assertThat(open(fetched(wrongAmount()))).hasSize(1);
    assertThat(fees()).containsExactly(expected());
    assertThat(open(fetched(full.withFee(expected()).line(PAID_AT)))).isEmpty();
    assertThat(fees()).containsExactly(expected());
  }

  private StatementLine wrongAmount() {
    return line(1100)
        .withEcpayNo(paid.trade().ecpayTradeNo())
        .settledOn(TODAY)
        .withFee(expected())
        .line(PAID_AT);
  }

  @Test
  void aTradeThatEcpaysFileTellsNoMoreIsMissedByTheSameReading() {
    StatementLine another = Statements.of("ANOTHER", 0).line(PAID_AT);
    LocalDate day = TODAY.plusDays(FILE.daysUntilBooked());
    shop.world.clock.advance(Duration.ofDays(FILE.daysUntilBooked() + 1L));
    fetchedOf(day, full.withFee(expected()).line(PAID_AT), another);
    assertThat(open(fetchedOf(day, another)))
        .hasAtLeastOneElementOfType(Difference.MissingThere.class);
    assertThat(fees()).isEmpty();
  }

  @Test
  void whereARowCannotBeReadNothingIsTakenAwayAndNothingMissed() {
    fetched(full.withFee(expected()).line(PAID_AT));
    Report report = fetched(new StatementEntry.Unreadable(2, "no amount"));
    assertThat(fees()).containsExactly(expected());
    assertThat(open(report)).isEmpty();
  }

  @Test
  void aCorrectedLineThatIsToldBesideARowThatCannotBeReadBearsItsFeeAlone() {
    fetched(wrongAmount());
    StatementLine corrected = full.withFee(expected()).line(PAID_AT);
    fetched(corrected, new StatementEntry.Unreadable(3, "no amount"));
    assertThat(fees()).containsExactly(expected());
    assertThat(open(fetched(corrected))).isEmpty();
    assertThat(fees()).containsExactly(expected());
  }

  @Test
  void twoLinesOfATradeThatChangePlacesBillItOnceAndTheSecondIsDisputed() {
    StatementLine right = full.withFee(expected()).line(PAID_AT);
    for (List<StatementEntry> file :
        List.<List<StatementEntry>>of(
            List.of(wrongAmount(), right),
            List.of(right, wrongAmount()),
            List.of(wrongAmount(), right))) {
      Report report = fetched(file.toArray(StatementEntry[]::new));
      assertThat(fees()).containsExactly(expected());
      assertThat(open(report))
          .filteredOn(FeeDiffers.class::isInstance)
          .singleElement()
          .satisfies(found -> assertThat(found.hereTwd()).contains(BigDecimal.ZERO));
    }
  }
}
