package ecpay.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.offer.PeriodicTerms.Unit;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.time.Taipei;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeriodicContractTest {
  private static final PaymentFailure REFUSED = new PaymentFailure("10200058", "card refused");
  private final PeriodicContract monthly = SampleContracts.monthly(12);

  private static PeriodicContract pay(PeriodicContract contract, int number, int turn) {
    return contract.withCharged(
        SampleContracts.charge(contract, true, number, turn),
        number,
        new OrderId("CHILD" + number),
        Samples.NOW);
  }

  private static PeriodicContract fail(PeriodicContract contract, int turn) {
    return contract.withFailure(
        SampleContracts.charge(contract, false, 1, turn), REFUSED, Samples.NOW);
  }

  @Rule("R-ORD-15")
  @Test
  void aContractOfTheLastDayChargesOnTheLastDayOfShorterMonthsAndReturnsToItsOwn() {
    PeriodicContract contract =
        SampleContracts.begun(
            new PeriodicTerms(Unit.MONTH, 1, 12), Instant.parse("2027-01-31T06:00:00Z"));
    assertThat(
            IntStream.range(0, 5)
                .mapToObj(turn -> Taipei.dateOf(contract.agreement().expected(turn))))
        .containsExactly(
            LocalDate.of(2027, 1, 31),
            LocalDate.of(2027, 2, 28),
            LocalDate.of(2027, 3, 31),
            LocalDate.of(2027, 4, 30),
            LocalDate.of(2027, 5, 31));
  }

  @Test
  void aChargeBelongsToTheLatestTurnThatHasCome() {
    for (PeriodicTerms terms :
        List.of(
            new PeriodicTerms(Unit.DAY, 7, 999),
            new PeriodicTerms(Unit.MONTH, 2, 40),
            new PeriodicTerms(Unit.YEAR, 1, 99))) {
      Agreement agreement =
          SampleContracts.begun(terms, Instant.parse("2027-01-31T06:00:00Z")).agreement();
      for (int turn = 0; turn < terms.times(); turn++) {
        Instant day = agreement.expected(turn);
        assertThat(agreement.turnOf(day)).isEqualTo(turn);
        assertThat(agreement.turnOf(day.minus(Duration.ofDays(1))))
            .isEqualTo(Math.max(0, turn - 1));
      }
    }
  }

  @Rule("R-PAY-17")
  @Test
  void theCountOfSuccessesNeverDecreasesInWhateverOrderTheyAreTold() {
    PeriodicContract contract = pay(monthly, 4, 3);
    assertThat(contract.successes()).isEqualTo(4);
    assertThat(contract.missing(4)).contains(2);
    contract = pay(contract, 2, 1);
    assertThat(contract.successes()).isEqualTo(4);
    assertThat(contract.missing(4)).contains(3);
    assertThat(pay(contract, 3, 2).missing(4)).isEmpty();
  }

  @Rule("R-PAY-17")
  @Test
  void itIsFinishedWhenItsTimesAreReached() {
    PeriodicContract contract = SampleContracts.monthly(3);
    contract = pay(contract, 2, 1);
    assertThat(contract.state()).isEqualTo(State.RUNNING);
    assertThat(pay(contract, 3, 2).state()).isEqualTo(State.FINISHED);
    assertThat(fail(contract, 2).state()).isEqualTo(State.FINISHED);
  }

  @Rule("R-PAY-18")
  @Test
  void sixTurnsInARowWithoutMoneyStopIt() {
    PeriodicContract contract = monthly;
    for (int turn = 1; turn <= 5; turn++) {
      contract = fail(contract, turn);
    }
    assertThat(contract.state()).isEqualTo(State.RUNNING);
    assertThat(fail(contract, 6).state()).isEqualTo(State.STOPPED);
    assertThat(pay(contract, 2, 6).state()).isEqualTo(State.RUNNING);
    assertThat(pay(fail(contract, 6), 2, 4).failuresInARow()).isEqualTo(2);
  }

  @Rule("R-PAY-18")
  @Test
  void aSecondRefusalOfTheSameTurnIsNoFurtherTurn() {
    PeriodicContract contract = monthly;
    for (int turn = 1; turn <= 5; turn++) {
      contract = fail(contract, turn);
    }
    ChargeReport again =
        ecpay.domain.world.ecpay.ScriptedContracts.report(
            monthly.tradeNo(),
            false,
            1,
            999,
            "EC999",
            monthly.agreement().expected(5).plus(Duration.ofDays(3)),
            monthly.agreement().amount(),
            false);
    assertThat(contract.withFailure(again, REFUSED, Samples.NOW).state()).isEqualTo(State.RUNNING);
  }

  @Rule({"R-CBK-04", "R-PAY-17", "R-PAY-18"})
  @Test
  void anyOrderOfNewsEndsInTheSameState() {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      List<UnaryOperator<PeriodicContract>> news = new ArrayList<>();
      int number = 1;
      for (int turn = 1; turn < 12; turn++) {
        int now = turn;
        if (random.nextInt(3) == 0) {
          int count = ++number;
          news.add(contract -> pay(contract, count, now));
        } else {
          news.add(contract -> fail(contract, now));
        }
      }
      PeriodicContract straight = apply(news);
      Collections.shuffle(news, random);
      assertThat(apply(news)).isEqualTo(straight);
    }
  }

  private PeriodicContract apply(List<UnaryOperator<PeriodicContract>> news) {
    PeriodicContract contract = monthly;
    for (UnaryOperator<PeriodicContract> one : news) {
      contract = one.apply(contract);
    }
    return contract;
  }

  @Rule("R-PAY-17")
  @Test
  void whatWasNotToldIsLookedForOnTheDayAfter() {
    Instant second = monthly.agreement().expected(1);
    assertThat(monthly.nextLook()).contains(second.plus(Duration.ofDays(1)));
    assertThat(pay(monthly, 2, 1).nextLook())
        .contains(monthly.agreement().expected(2).plus(Duration.ofDays(1)));
    PeriodicContract looked = monthly.looked(second.plus(Duration.ofDays(1)));
    assertThat(looked.charges()).hasSize(2);
    assertThat(looked.charges().getLast().isCharged()).isFalse();
    assertThat(looked.nextLook())
        .contains(monthly.agreement().expected(2).plus(Duration.ofDays(1)));
    assertThat(pay(looked, 2, 1).charges()).hasSize(2).allMatch(Charge::isCharged);
  }

  @Rule("R-CAP-10")
  @Test
  void nothingElseIsWantedWhileOneThingIs() {
    PeriodicContract cancelling = fail(monthly, 1).wanting(ContractAction.CANCEL, Samples.NOW);
    assertThat(cancelling.wanting(ContractAction.CANCEL, Samples.NOW)).isEqualTo(cancelling);
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> cancelling.wanting(ContractAction.REAUTHORIZE, Samples.NOW));
  }

  @Rule("R-PAY-18")
  @Test
  void onlyARefusedChargeOfAContractThatGoesOnIsTriedAgain() {
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> monthly.wanting(ContractAction.REAUTHORIZE, Samples.NOW));
    PeriodicContract stopped = fail(monthly, 1).ended(State.STOPPED, Samples.NOW);
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> stopped.wanting(ContractAction.REAUTHORIZE, Samples.NOW));
  }
}
