package ecpay.domain.reconciliation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * ECPay's latest word about its days counts, whichever report of more days told of the same line
 * meanwhile (U-03).
 */
class OverlappingReportsTest {
  private final BilledTrade trade = new BilledTrade();

  private StatementLine refund(long twd) {
    return trade.line(-twd).settledOn(BilledTrade.TODAY).line(BilledTrade.PAID_AT);
  }

  @Test
  void anAmountThatEcpayCorrectsAfterTheMonthWasReadBringsItsFeeAlong() {
    trade.fetched(trade.wrongAmount());
    trade.own(trade.wrongAmount());
    assertThat(trade.open(trade.fetched(trade.right()))).isEmpty();
    assertThat(trade.fees()).containsExactly(trade.expected());
  }

  @Test
  void aRefundThatEcpayCorrectsAfterTheMonthWasReadCountsOnce() {
    trade.fetched(trade.right(), refund(900));
    trade.own(trade.right(), refund(900));
    assertThat(trade.open(trade.fetched(trade.right(), refund(800))))
        .singleElement()
        .isInstanceOfSatisfying(
            Difference.StatusDiffers.class, differs -> assertThat(differs.there()).isEqualTo(-800));
  }

  @Test
  void aTradeThatEcpaysFileTellsNoMoreIsMissedThoughTheMonthToldOfIt() {
    StatementLine another = Statements.of("ANOTHER", 0).line(BilledTrade.PAID_AT);
    LocalDate day = BilledTrade.TODAY.plusDays(BilledTrade.FILE.daysUntilBooked());
    trade.shop.world.clock.advance(Duration.ofDays(BilledTrade.FILE.daysUntilBooked() + 1L));
    trade.fetchedOf(day, trade.right(), another);
    trade.ownUntil(day, trade.right());
    assertThat(trade.open(trade.fetchedOf(day, another)))
        .hasAtLeastOneElementOfType(Difference.MissingThere.class);
    assertThat(trade.fees()).isEmpty();
  }

  @Test
  void whatTheMonthToldOfAndEcpaysFileStillTellsStays() {
    trade.fetched(trade.right());
    trade.own(trade.right());
    assertThat(trade.open(trade.fetched(trade.right()))).isEmpty();
    trade.own(trade.right());
    assertThat(trade.fees()).containsExactly(trade.expected());
  }

  @Test
  void aTradeThatEcpayMovesToAnotherDayIsNotTakenOutByTheFirst() {
    StatementLine another = Statements.of("ANOTHER", 0).line(BilledTrade.PAID_AT);
    trade.shop.world.clock.advance(Duration.ofDays(2));
    trade.fetchedOf(BilledTrade.TODAY, trade.right(), another);
    trade.fetchedOf(BilledTrade.TODAY.plusDays(1), trade.right());
    trade.fetchedOf(BilledTrade.TODAY, another);
    assertThat(trade.fees()).containsExactly(trade.expected());
  }

  @Test
  void aTradeThatEcpayMovedAndThenTellsNoMoreAnywhereIsTakenOut() {
    StatementLine another = Statements.of("ANOTHER", 0).line(BilledTrade.PAID_AT);
    trade.shop.world.clock.advance(Duration.ofDays(2));
    trade.fetchedOf(BilledTrade.TODAY, trade.right(), another);
    trade.fetchedOf(BilledTrade.TODAY.plusDays(1), trade.right(), another);
    trade.fetchedOf(BilledTrade.TODAY, another);
    trade.fetchedOf(BilledTrade.TODAY.plusDays(1), another);
    assertThat(trade.fees()).isEmpty();
  }

  @Test
  void aTradeThatEcpayMovedStaysThoughAPersonComparesAPartOfItsNewDay() {
    StatementLine another = Statements.of("ANOTHER", 0).line(BilledTrade.PAID_AT);
    trade.shop.world.clock.advance(Duration.ofDays(2));
    trade.fetchedOf(BilledTrade.TODAY, trade.right(), another);
    trade.fetchedOf(BilledTrade.TODAY.plusDays(1), trade.right());
    trade.ownOf(Period.of(BilledTrade.TODAY.plusDays(1)), another);
    trade.fetchedOf(BilledTrade.TODAY, another);
    assertThat(trade.fees()).containsExactly(trade.expected());
  }
}
