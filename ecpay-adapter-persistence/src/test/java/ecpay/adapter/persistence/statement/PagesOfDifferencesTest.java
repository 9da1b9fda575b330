package ecpay.adapter.persistence.statement;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.persistence.PostgresBooks;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** A report may have as many differences as its file has lines. */
class PagesOfDifferencesTest {
  @Test
  void aPageIsReadInOrderAndNeverSorted() {
    PostgresBooks.empty();

    List<String> plan =
        PostgresBooks.jdbi().inTransaction(PagesOfDifferencesTest::planWhereOrderIsDearest);

    assertThat(plan)
        .anyMatch(step -> step.contains("statement_difference_page"))
        .noneMatch(step -> step.contains("Sort"));
  }

  /** As for a table that is large: reading it whole, or sorting, is the last resort. */
  private static List<String> planWhereOrderIsDearest(Handle handle) {
    handle.execute("SET LOCAL enable_seqscan = off");
    handle.execute("SET LOCAL enable_bitmapscan = off");
    handle.execute("SET LOCAL enable_sort = off");
    return handle
        .createQuery("EXPLAIN " + JdbiDifferences.PAGE)
        .bind("merchant", "SHOP")
        .bind("report", "REPORT1")
        .bind("skip", 0)
        .bind("most", 50)
        .mapTo(String.class)
        .list();
  }
}
