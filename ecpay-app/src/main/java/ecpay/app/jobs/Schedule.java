package ecpay.app.jobs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The rows of db-scheduler, written with the transaction that decides on them. db-scheduler's own
 * client would break a transaction whose row is there already, knows no "earlier of the two", and
 * ends a row in a transaction of its own.
 *
 * <p>A row that is being executed cannot be moved: its time belongs to whoever executes it. The
 * wish is left in its data instead, and whoever executes it takes the wish at the end, so that no
 * wake-up is lost.
 */
final class Schedule implements FollowUps {
  private static final String PUT =
      """
      INSERT INTO scheduled_tasks AS known
        (task_name, task_instance, execution_time, picked, version, priority)
      VALUES (?, ?, ?, false, 1, 50)
      ON CONFLICT (task_name, task_instance) DO UPDATE SET
        execution_time =
          CASE WHEN known.picked THEN known.execution_time
               ELSE least(known.execution_time, excluded.execution_time) END,
        task_data =
          CASE WHEN known.picked THEN least(known.task_data, ?) ELSE known.task_data END
      """;

  private static final String PUT_UNLESS_THERE =
      """
      INSERT INTO scheduled_tasks
        (task_name, task_instance, execution_time, picked, version, priority)
      VALUES (?, ?, ?, false, 1, 50)
      ON CONFLICT (task_name, task_instance) DO NOTHING
      """;

  private static final String WISH =
      """
      SELECT task_data FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? FOR UPDATE
      """;

  /** The version is that of the execution: a row that another node has taken over is not ours. */
  private static final String REMOVE =
      """
      DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? AND version = ?
      """;

  private static final String PUT_OFF =
      """
      UPDATE scheduled_tasks SET
        picked = false, picked_by = NULL, last_heartbeat = NULL, task_data = NULL,
        execution_time = ?, consecutive_failures = ?, version = version + 1
      WHERE task_name = ? AND task_instance = ? AND version = ?
      """;

  private final DataSource jobs;

  /**
   * @param jobs hands out the connection of the running transaction
   */
  Schedule(DataSource jobs) {
    this.jobs = jobs;
  }

  @Override
  public void schedule(FollowUp followUp, Instant due) {
    Job job = Job.of(followUp);
    inTransaction(connection -> {
      try (PreparedStatement put = connection.prepareStatement(PUT)) {
        name(put, 1, job);
        put.setObject(3, OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
        put.setBytes(4, written(due));
        put.executeUpdate();
      }
      return Boolean.TRUE;
    });
  }

  @Override
  public void scheduleUnlessThere(FollowUp followUp, Instant due) {
    inTransaction(connection -> {
      try (PreparedStatement put = connection.prepareStatement(PUT_UNLESS_THERE)) {
        name(put, 1, Job.of(followUp));
        put.setObject(3, OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
        put.executeUpdate();
      }
      return Boolean.TRUE;
    });
  }

  /** When a job that is being executed was wished for meanwhile; its row is held from here on. */
  Optional<Instant> wish(Job job) {
    return inTransaction(connection -> {
      try (PreparedStatement read = connection.prepareStatement(WISH)) {
        name(read, 1, job);
        ResultSet row = read.executeQuery();
        return row.next()
            ? Optional.ofNullable(row.getBytes(1)).map(Schedule::read)
            : Optional.empty();
      }
    });
  }

  /** Ends a job for good. False if another node has taken it over. */
  boolean remove(Job job, long version) {
    return inTransaction(connection -> {
      try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
        name(remove, 1, job);
        remove.setLong(3, version);
        return remove.executeUpdate() == 1;
      }
    });
  }

  /** Ends this run of a job, and asks for another. False if another node has taken it over. */
  boolean putOff(Job job, long version, Instant until, int failuresInARow) {
    return inTransaction(connection -> {
      try (PreparedStatement put = connection.prepareStatement(PUT_OFF)) {
        put.setObject(1, OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
        put.setInt(2, failuresInARow);
        name(put, 3, job);
        put.setLong(5, version);
        return put.executeUpdate() == 1;
      }
    });
  }

  /** Microseconds in digits of one length, so that the earlier time is the lesser bytes. */
  private static byte[] written(Instant wish) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, wish);
    return String.format(Locale.ROOT, "%019d", micros).getBytes(US_ASCII);
  }

  private static Instant read(byte[] wish) {
    return Instant.EPOCH.plus(Long.parseLong(new String(wish, US_ASCII)), ChronoUnit.MICROS);
  }

  private static void name(PreparedStatement statement, int from, Job job) throws SQLException {
    statement.setString(from, job.kind().task());
    statement.setString(from + 1, job.instance());
  }

  private <T> T inTransaction(Work<T> work) {
    try (Connection connection = jobs.getConnection()) {
      if (connection.getAutoCommit()) {
        throw new IllegalStateException("a follow-up is scheduled inside a transaction only");
      }
      return work.on(connection);
    } catch (SQLException failed) {
      throw new IllegalStateException("the schedule of follow-ups cannot be written", failed);
    }
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
