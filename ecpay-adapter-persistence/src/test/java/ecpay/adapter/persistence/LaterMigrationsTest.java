package ecpay.adapter.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.name.Names;
import ecpay.adapter.persistence.document.Documents;
import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderId;
import ecpay.domain.refund.RefundAct;
import ecpay.domain.refund.StepState;
import ecpay.domain.rule.Rule;
import ecpay.domain.transaction.Transactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a younger version had in the books is in them after the migrations behind it. */
class LaterMigrationsTest {
  private static final Instant DONE_AT = Instant.parse("2026-11-20T12:15:00Z");

  private final PersistenceModule.Database settings = PostgresBooks.newDatabase("later");
  private final Jdbi jdbi = Jdbi.create(settings.url(), settings.user(), settings.password());
  private final Injector injector = Guice.createInjector(new PersistenceModule(settings));
  private final PersistenceModule.Books books = injector.getInstance(PersistenceModule.Books.class);

  @AfterEach
  void close() {
    books.close();
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(settings.url(), settings.user(), settings.password())
        .target(version)
        .load()
        .migrate();
  }

  @Rule("R-CAP-09")
  @Test
  void aStepThatWasDoneBeforeTellsWhenAndOneThatWasNotTellsNothing() {
    migrateTo("1");
    jdbi.useHandle(handle -> {
      handle.execute(
          "INSERT INTO orders VALUES ('shop', 'O1', 'O1', 1000, cast(? AS jsonb), now())",
          Documents.write(Samples.content()));
      handle.execute(
          """
          INSERT INTO payment (merchant_id, id, order_id, trade_no, amount, methods, started_at,
            state, failure_code, failure_message)
          VALUES ('shop', 'P1', 'O1', 'T1', 1000, 'CREDIT', now(), 'FAILED', '1', 'no')
          """);
    });
    migrateTo("14");
    jdbi.useHandle(handle -> {
      handle.execute(
          """
          INSERT INTO refund (merchant_id, id, order_id, payment_id, reference, wish, of_order,
            everything, paid, refunded_before, amount, status, waits_for_a_person, started_at)
          VALUES ('shop', 'R1', 'O1', 'P1', 'r1', '{}', true, true, 1000, 0, 1000, 'UNDER_WAY',
            false, now())
          """);
      step(handle, 1, new StepState.Done(DONE_AT, Optional.empty()));
      step(handle, 2, new StepState.Sent(DONE_AT.plusSeconds(1), Money.of(400)));
    });

    books.migrate();

    assertThat(texts("SELECT place || ' ' || coalesce(done_at = ?, false) FROM refund_step"))
        .containsExactlyInAnyOrder("1 true", "2 false");
    assertThat(texts("SELECT amount || ' ' || (done_at = ?) FROM money_back"))
        .containsExactly("400 true");
  }

  private static void step(Handle handle, int place, StepState state) {
    Documents.Kept act = Documents.write(new RefundAct.RefundCard(Money.of(400)));
    Documents.Kept kept = Documents.write(state);
    handle.execute(
        """
        INSERT INTO refund_step (merchant_id, refund_id, place, number, act, amount, content, state,
          facts)
        VALUES ('shop', 'R1', ?, ?, ?, 400, cast(? AS jsonb), ?, cast(? AS jsonb))
        """,
        place,
        place,
        act.kind(),
        act.body(),
        kept.kind(),
        kept.body());
  }

  private List<String> texts(String sql) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(sql)
            .bind(0, DONE_AT.atOffset(ZoneOffset.UTC))
            .mapTo(String.class)
            .list());
  }

  @Rule("R-CBK-05")
  @Test
  void theRefusedNoticesOfBeforeAreKeptForEachMerchantOnceAndTheirOrderGoesOn() {
    migrateTo("16");
    refused("other", 1, "equal", 0);
    refused("shop", 7, "equal", 10);
    refused("shop", 2, "equal", 30);
    refused("shop", 3, "else", 20);
    jdbi.useHandle(handle -> handle.execute("SELECT setval('refused_notice_entry', 7)"));

    books.migrate();

    assertThat(refused()).containsExactly("other equal 0", "shop else 20", "shop equal 30");
    injector
        .getInstance(Transactions.class)
        .run(() ->
            injector
                .getInstance(Inbox.class)
                .keepRefused(
                    Samples.SHOP,
                    "CB-01",
                    "not signed",
                    "else".getBytes(UTF_8),
                    Samples.NOW.plusSeconds(40)));
    assertThat(refused()).containsExactly("other equal 0", "shop equal 30", "shop else 40");
  }

  @Rule({"R-CAP-01", "R-CAP-08"})
  @Test
  void whatWasToldBeforeIsNotToldAgain() {
    migrateTo("22.2");
    incident("O1", "AUTHORIZATION_AGES", "P1", 0);
    incident("O1", "CARD_NOT_ASKED", "P1", 1);
    incident(null, "CLOCK_DEVIATES", "clock", 2);
    incident(null, "CLOCK_DEVIATES", "clock", 3);

    books.migrate();

    assertThat(tellsAgain("O1", "AUTHORIZATION_AGES", "P1")).isFalse();
    assertThat(tellsAgain("O1", "AUTHORIZATION_AGES", "P2")).isTrue();
    assertThat(tellsAgain(null, "CLOCK_DEVIATES", "clock")).isFalse();
    assertThat(tells(new IncidentRaised("CARD_NOT_ASKED", "P9", "-"), "O9", byMerchant()))
        .isFalse();
    assertThat(texts("SELECT fact FROM told_fact WHERE told_at > ? AND fact LIKE 'CLOCK%'"))
        .containsExactly("CLOCK_DEVIATES - clock");
  }

  private static Fact byMerchant() {
    return Fact.ofMerchant("CARD_NOT_ASKED");
  }

  private void incident(@Nullable String order, String kind, String about, int second) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            INSERT INTO event_log (merchant_id, order_id, at, kind, body)
            VALUES ('shop', ?, ?, 'IncidentRaised',
              jsonb_build_object('kind', ?, 'about', ?, 'advice', '-'))
            """,
            order,
            DONE_AT.plusSeconds(second).atOffset(ZoneOffset.UTC),
            kind,
            about));
  }

  private boolean tellsAgain(@Nullable String order, String kind, String about) {
    IncidentRaised raised = new IncidentRaised(kind, about, "-");
    return tells(raised, order, Fact.of(Optional.ofNullable(order).map(OrderId::new), raised));
  }

  private boolean tells(IncidentRaised raised, @Nullable String order, Fact fact) {
    return injector
        .getInstance(Transactions.class)
        .inTransaction(() ->
            injector
                .getInstance(Key.get(EventLog.class, Names.named("kept")))
                .appendOnce(
                    Samples.SHOP,
                    Optional.ofNullable(order).map(OrderId::new),
                    Samples.NOW,
                    raised,
                    fact));
  }

  private void refused(String merchant, int slot, String body, int second) {
    jdbi.useHandle(handle ->
        handle.execute(
            """
            INSERT INTO refused_notice (merchant_id, slot, callback, reason, body, received_at)
            VALUES (?, ?, 'CB-01', 'not signed', ?, ?)
            """,
            merchant,
            slot,
            body.getBytes(UTF_8),
            Samples.NOW.plusSeconds(second).atOffset(ZoneOffset.UTC)));
  }

  /** Merchant, body and second of each, as they follow one another. */
  private List<String> refused() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT merchant_id || ' ' || convert_from(body, 'UTF8') || ' '
                  || cast(extract(epoch FROM received_at - :start) AS integer)
                FROM refused_notice ORDER BY entry
                """)
            .bind("start", Samples.NOW.atOffset(ZoneOffset.UTC))
            .mapTo(String.class)
            .list());
  }
}
