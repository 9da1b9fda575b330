package ecpay.app.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The rows of db-scheduler, written with the transaction that decides on them. db-scheduler's own
 * client would break a transaction whose row is there already, and knows no "earlier of the two".
 *
 * <p>A row that is being executed cannot be moved: its time belongs to whoever executes it. The
 * wish is left in its data instead, and the executor takes it when it ends (see {@link #takeWish}),
 * so that no wake-up is lost.
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
        task_data = CASE WHEN known.picked THEN ? ELSE known.task_data END
      """;

  private static final String WISH =
      """
      SELECT task_data FROM scheduled_tasks WHERE task_name = ? AND task_instance = ? FOR UPDATE
      """;

  private static final String FORGET =
      """
      UPDATE scheduled_tasks SET task_data = NULL WHERE task_name = ? AND task_instance = ?
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
        name(put, job);
        put.setObject(3, OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
        put.setBytes(4, due.toString().getBytes(UTF_8));
        put.executeUpdate();
      }
      return Boolean.TRUE;
    });
  }

  /** When a job that is being executed was wished for meanwhile; the wish is then forgotten. */
  Optional<Instant> takeWish(Job job) {
    return inTransaction(connection -> {
      Optional<Instant> wish = Optional.empty();
      try (PreparedStatement read = connection.prepareStatement(WISH)) {
        name(read, job);
        ResultSet row = read.executeQuery();
        if (row.next()) {
          wish =
              Optional.ofNullable(row.getBytes(1))
                  .map(bytes -> Instant.parse(new String(bytes, UTF_8)));
        }
      }
      try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
        name(forget, job);
        forget.executeUpdate();
      }
      return wish;
    });
  }

  private static void name(PreparedStatement statement, Job job) throws SQLException {
    statement.setString(1, job.kind().task());
    statement.setString(2, job.instance());
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
