package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the scheduler writes belongs to the running transaction. */
class JobsDataSourceTest {
  private static final String SCHEDULE =
      """
      INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
      VALUES ('issue-invoice', '1', now(), false, 1)
      """;

  private final PostgresBooks books = PostgresBooks.empty();

  @Test
  void aJobIsScheduledWithTheTransactionThatCommits() {
    books
        .transactions()
        .run(() -> {
          books.orders().add(Samples.order());
          schedule();
          assertThat(scheduled()).as("seen by others before the commit").isZero();
        });

    assertThat(scheduled()).isOne();
  }

  @Test
  void aJobIsNotScheduledWhenItsTransactionFails() {
    assertThatThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  schedule();
                  throw new IllegalArgumentException("trouble");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(scheduled()).isZero();
  }

  @Test
  void whoBorrowsTheConnectionOfATransactionCannotEndIt() {
    books
        .transactions()
        .run(() -> {
          try (Connection connection = books.jobs().getConnection()) {
            assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            assertThatThrownBy(connection::rollback).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connection.setAutoCommit(true))
                .isInstanceOf(SQLException.class);
          } catch (SQLException broken) {
            throw new IllegalStateException(broken);
          }
          assertThat(books.orders().add(Samples.order())).isTrue();
        });

    assertThat(books.orders().find(Samples.SHOP, Samples.ORDER)).isPresent();
  }

  @Test
  void outsideATransactionAConnectionCommitsByItself() {
    schedule();

    assertThat(scheduled()).isOne();
  }

  @Test
  void afterATransactionTheThreadBorrowsItsConnectionNoMore() throws SQLException {
    books.transactions().run(() -> books.orders().add(Samples.order()));

    try (Connection connection = books.jobs().getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  private void schedule() {
    try (Connection connection = books.jobs().getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(SCHEDULE);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static long scheduled() {
    return PostgresBooks.jdbi()
        .withHandle(handle ->
            handle.createQuery("SELECT count(*) FROM scheduled_tasks").mapTo(Long.class).one());
  }
}
