package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** The console begins with the newest orders, however many there are. */
class NewestOrdersTest {
  @Test
  void theNewestOrdersAreReadFromTheEndOfTheirKeyAndNeverSorted() {
    PostgresBooks.empty();

    List<String> plan =
        PostgresBooks.jdbi().inTransaction(NewestOrdersTest::planWhereReadingAllIsDearest);

    assertThat(plan)
        .anyMatch(step -> step.contains("Index Scan Backward using orders_pkey"))
        .noneMatch(step -> step.contains("Sort"));
  }

  /** As for a table that is large: reading it whole, or sorting, is the last resort. */
  private static List<String> planWhereReadingAllIsDearest(Handle handle) {
    handle.execute("SET LOCAL enable_seqscan = off");
    handle.execute("SET LOCAL enable_bitmapscan = off");
    handle.execute("SET LOCAL enable_sort = off");
    return handle
        .createQuery("EXPLAIN " + JdbiOrders.NEWEST)
        .bind("merchant", "SHOP")
        .bind("most", 20)
        .mapTo(String.class)
        .list();
  }
}
