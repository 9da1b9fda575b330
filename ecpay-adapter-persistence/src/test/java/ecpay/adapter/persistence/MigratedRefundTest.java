package ecpay.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import ecpay.adapter.persistence.document.Documents;
import ecpay.domain.Samples;
import ecpay.domain.refund.RefundId;
import ecpay.domain.refund.RefundStep;
import ecpay.domain.refund.Refunds;
import ecpay.domain.refund.StepState;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refunds that were under way before a migration go on afterwards. */
class MigratedRefundTest {
  private static final Duration TWENTY_DAYS = Duration.ofDays(20);

  private final PersistenceModule.Database settings = PostgresBooks.newDatabase("refunds");
  private final Jdbi jdbi = Jdbi.create(settings.url(), settings.user(), settings.password());
  private final Injector injector = Guice.createInjector(new PersistenceModule(settings));
  private final PersistenceModule.Books books = injector.getInstance(PersistenceModule.Books.class);

  MigratedRefundTest() {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .target("22")
        .load()
        .migrate();
  }

  @AfterEach
  void close() {
    books.close();
  }

  private StepState.Waiting waiting() {
    return (StepState.Waiting)
        injector
            .getInstance(Refunds.class)
            .find(Samples.SHOP, new RefundId("R1"))
            .flatMap(refund -> refund.next().map(RefundStep::state))
            .orElseThrow();
  }

  @Test
  void whatANodeOfTheVersionBeforeLetsWaitAfterTheMigrationCountsFromTheRefundsBeginning() {
    books.migrate();
    writeAsTheVersionBefore();
    assertThat(waiting().on()).isEqualTo("the bank");
    assertThat(waiting().since())
        .isBetween(Instant.now().minus(Duration.ofDays(21)), Instant.now().minus(TWENTY_DAYS));
  }

  @Test
  void whatWaitedAlreadyWaitsOnAndCountsFromTheMigration() {
    writeAsTheVersionBefore();
    Instant before = Instant.now().minus(Duration.ofMinutes(1));
    books.migrate();
    assertThat(waiting().on()).isEqualTo("the bank");
    assertThat(waiting().since()).isAfter(before);
  }

  private void writeAsTheVersionBefore() {
    jdbi.useHandle(handle -> {
      handle.execute(
          "INSERT INTO orders (merchant_id, id, reference, total, content, placed_at)"
              + " VALUES ('shop', 'O1', 'O1', 1000, cast(? AS jsonb), now())",
          Documents.write(Samples.content()));
      handle.execute(
          """
          INSERT INTO payment (merchant_id, id, order_id, trade_no, amount, offer, started_at, state)
          VALUES ('shop', 'P1', 'O1', 'T1', 1000, '{}', now(), 'OPENING')
          """);
      handle.execute(
          """
          INSERT INTO refund (merchant_id, id, order_id, payment_id, reference, wish, of_order,
            everything, paid, refunded_before, amount, status, waits_for_a_person, started_at)
          VALUES ('shop', 'R1', 'O1', 'P1', 'r1', '{"goods":"EVERYTHING","reason":"back"}', true,
            true, 1000, 0, 1000, 'UNDER_WAY', false, now() - interval '20 days')
          """);
      handle.execute(
          """
          INSERT INTO refund_step (merchant_id, refund_id, place, number, act, amount, content,
            state, facts)
          VALUES ('shop', 'R1', 1, 1, 'ABANDON', 1000, '{}', 'WAITING', '{"text":"the bank"}')
          """);
    });
  }
}
