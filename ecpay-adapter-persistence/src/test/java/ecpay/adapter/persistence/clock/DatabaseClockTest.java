package ecpay.adapter.persistence.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.adapter.persistence.PostgresBooks;
import ecpay.adapter.persistence.clock.DatabaseClock.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseClockTest {
  private static final Clock MACHINE = Clock.systemUTC();

  /** The database of the tests runs on this machine; it counts in whole microseconds. */
  private static final Duration UNIT = Duration.ofMillis(1);

  private final DatabaseClock database = PostgresBooks.empty().clock();

  @Test
  void theDatabasesTimeIsReadBetweenTwoLooksAtTheMachinesClock() {
    Instant begun = MACHINE.instant();

    Reading reading = database.beside(MACHINE);

    assertThat(reading.before()).isAfterOrEqualTo(begun);
    assertThat(reading.theirs())
        .isBetween(reading.before().minus(UNIT), reading.after().plus(UNIT));
    assertThat(reading.ahead().abs()).isLessThanOrEqualTo(reading.roundTrip().plus(UNIT));
  }

  @Test
  void aMachineWhoseClockIsWrongSeesHowFarTheDatabasesIsAhead() {
    Reading reading = database.beside(Clock.offset(MACHINE, Duration.ofSeconds(-30)));

    assertThat(reading.aheadAtLeast()).isLessThanOrEqualTo(Duration.ofSeconds(30).plus(UNIT));
    assertThat(reading.aheadAtMost()).isGreaterThanOrEqualTo(Duration.ofSeconds(30).minus(UNIT));
    assertThat(reading.aheadAtMost().minus(reading.aheadAtLeast())).isEqualTo(reading.roundTrip());
  }

  @Test
  void timeGoesOnForTheDatabaseFromOneReadingToTheNext() {
    assertThat(database.beside(MACHINE).theirs()).isBefore(database.beside(MACHINE).theirs());
  }

  @Test
  void aDatabaseThatIsNotThereTellsNoTime() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setPortNumbers(new int[] {1});

    assertThatIllegalStateException()
        .isThrownBy(() -> new DatabaseClock(nowhere).beside(MACHINE))
        .withMessage("the database does not tell its time");
  }
}
