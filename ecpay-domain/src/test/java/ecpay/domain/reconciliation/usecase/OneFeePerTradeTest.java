package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A trade is billed once by each kind of file, whatever the layout of the file is (U-03). */
class OneFeePerTradeTest {
  private final BilledTrade trade = new BilledTrade();

  @Test
  void aShopsOwnFileWithFewerColumnsBillsNothingTwice() {
    trade.fetched(trade.right());
    Report month =
        trade.own(
            trade.line(1000).withFee(trade.expected()).line(BilledTrade.PAID_AT.minusSeconds(33)));
    assertThat(trade.fees()).hasSize(1);
    assertThat(trade.open(month)).isEmpty();
    Report again = trade.fetched(trade.right());
    assertThat(trade.fees()).hasSize(1);
    assertThat(trade.open(again)).isEmpty();
  }

  @Test
  void aSettlementDayThatIsFilledInLaterBillsNothingTwice() {
    trade.fetched(trade.line(1000).withFee(trade.expected()).line(BilledTrade.PAID_AT));
    trade.fetched(trade.right());
    assertThat(trade.fees()).hasSize(1);
  }

  @Test
  void anotherFeeInAnotherLayoutIsDisputedAndNotBookedBesides() {
    trade.fetched(trade.right());
    BigDecimal more = trade.expected().add(new BigDecimal("5.00"));
    Report month = trade.own(trade.line(1000).withFee(more).line(BilledTrade.PAID_AT));
    assertThat(trade.fees()).containsExactly(trade.expected());
    assertThat(trade.open(month))
        .singleElement()
        .satisfies(found ->
            assertThat(found).isEqualTo(new FeeDiffers(found.about(), trade.expected(), more)));
  }

  @Test
  void aSecondLineOfOneTradeInOneFileIsDisputedAndNotBilledTwice() {
    StatementLine billed = trade.right();
    Report report = trade.fetched(billed, billed);
    assertThat(trade.fees()).containsExactly(trade.expected());
    assertThat(trade.open(report))
        .singleElement()
        .satisfies(found ->
            assertThat(found)
                .isEqualTo(new FeeDiffers(found.about(), BigDecimal.ZERO, trade.expected())));
  }

  @Test
  void aRefundThatTwoLayoutsTellCountsOnce() {
    trade.holdingOrder(
        trade.paid,
        () ->
            trade
                .shop
                .world
                .books
                .refunds()
                .add(Statements.refunded(trade.paid, 200, Samples.NOW)));
    StatementLine there =
        trade
            .line(-100)
            .withEcpayNo(trade.paid.trade().ecpayTradeNo())
            .settledOn(BilledTrade.TODAY)
            .line(BilledTrade.PAID_AT);
    StatementLine shorter = trade.line(-100).line(BilledTrade.PAID_AT.minusSeconds(33));
    assertThat(trade.open(trade.fetched(Statements.of(trade.paid), there, there))).isEmpty();
    assertThat(trade.open(trade.own(shorter, shorter))).isEmpty();
    assertThat(trade.open(trade.own(shorter, shorter, shorter))).hasSize(1);
  }

  @Test
  void anAmountThatEcpayCorrectsBringsItsFeeAlong() {
    assertThat(trade.open(trade.fetched(trade.wrongAmount()))).hasSize(1);
    assertThat(trade.fees()).containsExactly(trade.expected());
    assertThat(trade.open(trade.fetched(trade.right()))).isEmpty();
    assertThat(trade.fees()).containsExactly(trade.expected());
  }

  @Test
  void aTradeThatEcpaysFileTellsNoMoreIsMissedByTheSameReading() {
    StatementLine another = Statements.of("ANOTHER", 0).line(BilledTrade.PAID_AT);
    LocalDate day = BilledTrade.TODAY.plusDays(BilledTrade.FILE.daysUntilBooked());
    trade.shop.world.clock.advance(Duration.ofDays(BilledTrade.FILE.daysUntilBooked() + 1L));
    trade.fetchedOf(day, trade.right(), another);
    assertThat(trade.open(trade.fetchedOf(day, another)))
        .hasAtLeastOneElementOfType(Difference.MissingThere.class);
    assertThat(trade.fees()).isEmpty();
  }

  @Test
  void whereARowCannotBeReadNothingIsTakenAwayAndNothingMissed() {
    trade.fetched(trade.right());
    Report report = trade.fetched(new StatementEntry.Unreadable(2, "no amount"));
    assertThat(trade.fees()).containsExactly(trade.expected());
    assertThat(trade.open(report)).isEmpty();
  }

  @Test
  void aCorrectedLineThatIsToldBesideARowThatCannotBeReadBearsItsFeeAlone() {
    trade.fetched(trade.wrongAmount());
    StatementLine corrected = trade.right();
    trade.fetched(corrected, new StatementEntry.Unreadable(3, "no amount"));
    assertThat(trade.fees()).containsExactly(trade.expected());
    assertThat(trade.open(trade.fetched(corrected))).isEmpty();
    assertThat(trade.fees()).containsExactly(trade.expected());
  }

  @Test
  void twoLinesOfATradeThatChangePlacesBillItOnceAndTheSecondIsDisputed() {
    StatementLine right = trade.right();
    for (List<StatementEntry> file :
        List.<List<StatementEntry>>of(
            List.of(trade.wrongAmount(), right),
            List.of(right, trade.wrongAmount()),
            List.of(trade.wrongAmount(), right))) {
      Report report = trade.fetched(file.toArray(StatementEntry[]::new));
      assertThat(trade.fees()).containsExactly(trade.expected());
      assertThat(trade.open(report))
          .filteredOn(FeeDiffers.class::isInstance)
          .singleElement()
          .satisfies(found -> assertThat(found.hereTwd()).contains(BigDecimal.ZERO));
    }
  }
}
