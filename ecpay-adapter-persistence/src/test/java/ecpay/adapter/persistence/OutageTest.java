package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import ecpay.domain.transaction.BooksUnavailableException;
import org.junit.jupiter.api.Test;

/** A database that cannot be asked is told from one that says no. */
class OutageTest {
  private final PostgresBooks books = PostgresBooks.empty();

  @Test
  void aConnectionThatIsCutMeansThatTheBooksDoNotAnswer() {
    assertThatThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  append();
                  PostgresBooks.jdbi()
                      .useHandle(handle ->
                          handle.execute(
                              """
                              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                              WHERE datname = current_database() AND state = 'idle in transaction'
                              """));
                  append();
                }))
        .isInstanceOf(BooksUnavailableException.class);
  }

  @Test
  void whatTheDatabaseRefusesIsNoOutage() {
    assertThatThrownBy(() ->
            books
                .transactions()
                .run(() -> {
                  OrderId id = Samples.order().id();
                  books.orders().add(Samples.order(id, new OrderReference("first")));
                  books.orders().add(Samples.order(id, new OrderReference("second")));
                }))
        .hasMessageContaining("orders_pkey")
        .isNotInstanceOf(BooksUnavailableException.class);
  }

  private void append() {
    books
        .eventLog()
        .append(
            Samples.SHOP,
            Samples.ORDER,
            Samples.NOW,
            new DomainEvent.IncidentRaised("UNKNOWN_ORDER", "T1", "look it up"));
  }
}
