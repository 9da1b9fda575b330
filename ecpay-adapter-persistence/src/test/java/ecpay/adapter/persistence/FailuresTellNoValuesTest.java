package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ecpay.domain.Samples;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.OrderReference;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What fails is logged with its stack trace, and rows hold emails and Tokens. */
class FailuresTellNoValuesTest {
  private final PostgresBooks books = PostgresBooks.empty();

  @Test
  void aStatementThatFailsDoesNotTellItsValues() {
    OrderId id = new OrderId("ORDER9");
    Order order = Samples.order(id, new OrderReference("first"));
    Order sameId = Samples.order(id, new OrderReference("secret-reference"));
    books.transactions().run(() -> books.orders().add(order));

    assertThat(trace(() -> books.transactions().run(() -> books.orders().add(sameId))))
        .contains("orders_pkey")
        .doesNotContain("secret-reference", "buyer@example.com", "ORDER9");
  }

  @Test
  void theServersDetailsDoNotTellTheRow() {
    assertThat(
            trace(() -> {
              try (Connection connection = books.jobs().getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute(
                    "INSERT INTO api_key (merchant_id, id, key_hash, created_at, name)"
                        + " VALUES ('shop', 'K1', 'too short', now(), 'secret-note')");
              }
            }))
        .contains("api_key_key_hash_check")
        .doesNotContain("secret-note");
  }

  private static String trace(ThrowingCallable failing) {
    StringWriter trace = new StringWriter();
    Throwable failure = catchThrowable(failing);
    assertThat(failure).isNotNull();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
