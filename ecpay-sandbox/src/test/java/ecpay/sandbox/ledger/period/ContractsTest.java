package ecpay.sandbox.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.ledger.card.Authorizations;
import ecpay.sandbox.ledger.card.CardCharge;
import ecpay.sandbox.ledger.period.Contract.Status;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 31, 10, 0);

  private final Authorizations authorizations = new Authorizations();
  private final AtomicLong numbers = new AtomicLong();
  private final Contracts contracts =
      new Contracts(authorizations, () -> "T" + numbers.incrementAndGet());
  private final List<PeriodCharge> told = new ArrayList<>();

  private Contract begin(PeriodType type, int frequency, int times) {
    var first = authorizations.authorize(CardCharge.single("1", "N1", "T0", 100), BEGIN);
    var terms = new PeriodTerms(100, type, frequency, times, "https://shop.example/p");
    return contracts.begin(terms, first, (_, charge) -> told.add(charge));
  }

  private List<LocalDateTime> moments() {
    return told.stream().map(c -> c.authorization().authorizedAt()).toList();
  }

  @Test
  void aMonthlyContractKeepsItsDayWhereTheMonthHasOne() {
    var contract = begin(PeriodType.M, 1, 4);
    contracts.chargeDue(BEGIN.plusYears(1));
    assertThat(moments())
        .containsExactly(
            LocalDateTime.of(2026, 2, 28, 10, 0),
            LocalDateTime.of(2026, 3, 31, 10, 0),
            LocalDateTime.of(2026, 4, 30, 10, 0));
    assertThat(contract.status()).isEqualTo(Status.FINISHED);
    assertThat(contract.due()).isEmpty();
    assertThat(contract.successTimes()).isEqualTo(4);
    assertThat(contract.successAmount()).isEqualTo(400);
  }

  @Test
  void aChargeComesAtItsMomentAndNotASecondBefore() {
    begin(PeriodType.D, 7, 3);
    contracts.chargeDue(BEGIN.plusDays(7).minusSeconds(1));
    assertThat(told).isEmpty();
    contracts.chargeDue(BEGIN.plusDays(7));
    assertThat(told).hasSize(1);
    contracts.chargeDue(BEGIN.plusDays(7));
    assertThat(told).hasSize(1);
  }

  @Test
  void everyYearIsAYear() {
    begin(PeriodType.Y, 1, 99);
    contracts.chargeDue(BEGIN.plusYears(3));
    assertThat(moments())
        .containsExactly(BEGIN.plusYears(1), BEGIN.plusYears(2), BEGIN.plusYears(3));
  }

  @Test
  void sixRefusalsInARowStopItAndFiveDoNot() {
    var contract = begin(PeriodType.D, 1, 99);
    contract.refuseNext(5);
    contracts.chargeDue(BEGIN.plusDays(6));
    assertThat(contract.status()).isEqualTo(Status.RUNNING);
    assertThat(contract.successTimes()).isEqualTo(2);
    contract.refuseNext(6);
    contracts.chargeDue(BEGIN.plusDays(30));
    assertThat(contract.status()).isEqualTo(Status.STOPPED);
    assertThat(told).hasSize(12);
    assertThat(contract.successTimes()).isEqualTo(2);
  }

  @Test
  void aRefusedChargeCountsAsOneOfItsTimesAndCanBeTriedAgain() {
    var contract = begin(PeriodType.D, 1, 2);
    contract.refuseNext(1);
    contracts.chargeDue(BEGIN.plusDays(9));
    assertThat(contract.status()).isEqualTo(Status.FINISHED);
    assertThat(contract.successTimes()).isEqualTo(1);
    assertThat(contracts.tryAgain(contract, BEGIN.plusDays(9))).isTrue();
    assertThat(contract.latest().number()).isEqualTo(2);
    assertThat(contract.successTimes()).isEqualTo(2);
    assertThat(contracts.tryAgain(contract, BEGIN.plusDays(9))).isFalse();
  }

  @Test
  void aCancelledContractNeverChargesAgain() {
    var contract = begin(PeriodType.D, 1, 9);
    assertThat(contracts.cancel(contract)).isTrue();
    assertThat(contracts.cancel(contract)).isFalse();
    contracts.chargeDue(BEGIN.plusDays(9));
    assertThat(told).isEmpty();
  }

  @Test
  void everyChargeIsAnAuthorizationOfItsOwn() {
    begin(PeriodType.D, 1, 3);
    contracts.chargeDue(BEGIN.plusDays(9));
    assertThat(authorizations.ofTrade("1", "T1")).isPresent();
    assertThat(authorizations.ofTrade("1", "T2")).isPresent();
    assertThat(authorizations.ofOrder("1", "N1").orElseThrow().charge().tradeNo()).isEqualTo("T0");
  }
}
