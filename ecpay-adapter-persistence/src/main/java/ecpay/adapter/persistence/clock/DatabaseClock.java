package ecpay.adapter.persistence.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/** The clock of the machine on which the database runs. */
public final class DatabaseClock {
  private static final String TELL = "SELECT clock_timestamp()";

  private final DataSource pool;

  public DatabaseClock(DataSource pool) {
    this.pool = pool;
  }

  /**
   * What it told between two looks at a machine's own clock.
   *
   * @param before by the machine's clock
   * @param theirs by the database's
   * @param after by the machine's clock; earlier than before if that was put back meanwhile
   */
  public record Reading(Instant before, Instant theirs, Instant after) {
    public Duration roundTrip() {
      return Duration.between(before, after);
    }

    /** How far the database's clock is ahead of the machine's, at least. */
    public Duration aheadAtLeast() {
      return Duration.between(after, theirs);
    }

    /** How far the database's clock is ahead of the machine's, at most. */
    public Duration aheadAtMost() {
      return Duration.between(before, theirs);
    }

    /** The best guess, wrong by half a round trip at most. */
    public Duration ahead() {
      return aheadAtLeast().plus(roundTrip().dividedBy(2));
    }
  }

  /**
   * Asks once; the wait for a connection is no part of the round trip.
   *
   * @throws IllegalStateException if the database does not tell
   */
  public Reading beside(Clock machine) {
    try (Connection connection = pool.getConnection();
        PreparedStatement tell = connection.prepareStatement(TELL)) {
      Instant before = machine.instant();
      try (ResultSet told = tell.executeQuery()) {
        Instant after = machine.instant();
        told.next();
        return new Reading(before, told.getObject(1, OffsetDateTime.class).toInstant(), after);
      }
    } catch (SQLException untold) {
      throw new IllegalStateException("the database does not tell its time", untold);
    }
  }
}
