package ecpay.app.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import ecpay.app.Notices;
import ecpay.app.Shop;
import ecpay.app.Waits;
import ecpay.domain.answer.Answer;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.transaction.Transactions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowUpsTest {
  private static final MerchantId SHOP = new MerchantId("shop");
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Inside inside = new Inside();
  private final Shop shop = Shop.open(Shop.HASTY, Clock.systemUTC(), inside);

  /** What the platform is made of, to look at from a test. */
  private static final class Inside extends AbstractModule {
    private @Nullable Transactions transactions;
    private @Nullable FollowUps followUps;

    @Override
    protected void configure() {
      requestInjection(this);
    }

    @Inject
    void take(Transactions transactions, FollowUps followUps) {
      this.transactions = transactions;
      this.followUps = followUps;
    }

    Transactions transactions() {
      return Optional.ofNullable(transactions).orElseThrow();
    }

    void schedule(FollowUp followUp, Instant due) {
      Optional.ofNullable(followUps).orElseThrow().schedule(followUp, due);
    }

    void scheduleUnlessThere(FollowUp followUp, Instant due) {
      Optional.ofNullable(followUps).orElseThrow().scheduleUnlessThere(followUp, due);
    }
  }

  @BeforeEach
  void nothingIsScheduled() throws SQLException {
    assertThat(count("true")).isZero();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private int count(String condition) throws SQLException {
    try (var connection = shop.database();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT count(*) FROM scheduled_tasks WHERE task_name NOT LIKE 'watch-%' AND ("
                        + condition
                        + ")")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private int change(String sql) throws SQLException {
    try (var connection = shop.database();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private String paidOrder(String reference) {
    String id = shop.placed(reference);
    var payment = Shop.json(shop.post("/api/v1/orders/" + id + "/payments", ""));
    var answer =
        shop.postBytes(
            "/callbacks/shop/payment",
            Notices.paid(payment.get("tradeNo").asText()).getBytes(UTF_8));
    assertThat(answer.body()).isEqualTo("1|OK");
    return id;
  }

  private String invoiceState(String id) {
    return Shop.json(shop.get("/api/v1/orders/" + id)).at("/invoices/0/state").asText();
  }

  @Test
  void aFollowUpIsThereExactlyIfItsTransactionCommits() throws SQLException {
    Instant later = Instant.now(Clock.systemUTC()).plusSeconds(3600);
    FollowUp followUp = new FollowUp.IssueInvoice(SHOP, new OrderId("X1"));
    assertThatThrownBy(() ->
            inside
                .transactions()
                .run(() -> {
                  inside.schedule(followUp, later);
                  throw new IllegalStateException("rolled back");
                }))
        .hasMessage("rolled back");
    assertThat(count("true")).isZero();
    inside.transactions().run(() -> inside.schedule(followUp, later));
    assertThat(count("task_name = 'issue-invoice' AND task_instance = 'shop/X1'")).isOne();
  }

  @Test
  void outsideATransactionNothingIsScheduled() {
    assertThatThrownBy(() ->
            inside.schedule(
                new FollowUp.IssueInvoice(SHOP, new OrderId("X2")), Instant.now(Clock.systemUTC())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theEarlierTimeCountsAndItIsNeverThereTwice() throws SQLException {
    Instant later = Instant.parse("2100-01-02T00:00:00Z");
    FollowUp followUp = new FollowUp.NotifyBuyer(SHOP, new OrderId("X3"));
    for (Instant due : new Instant[] {later, later.minusSeconds(60), later.plusSeconds(60)}) {
      inside.transactions().run(() -> inside.schedule(followUp, due));
    }
    assertThat(count("true")).isOne();
    assertThat(count("execution_time = '2100-01-01T23:59:00Z'")).isOne();
  }

  @Test
  void whatIsThereAlreadyStaysAsItIsWhereThatIsWished() throws SQLException {
    Instant later = Instant.parse("2100-01-02T00:00:00Z");
    FollowUp followUp = new FollowUp.NotifyBuyer(SHOP, new OrderId("X4"));
    for (Instant due : new Instant[] {later, later.minusSeconds(60)}) {
      inside.transactions().run(() -> inside.scheduleUnlessThere(followUp, due));
    }
    assertThat(count("execution_time = '2100-01-02T00:00:00Z'")).isOne();
  }

  @Test
  void everyKindOfFollowUpIsFoundAgainByItsName() {
    for (FollowUp followUp :
        List.of(
            new FollowUp.IssueInvoice(SHOP, new OrderId("O1")),
            new FollowUp.SettleInvoice(SHOP, new InvoiceId("I1")),
            new FollowUp.WatchInvoice(SHOP, new InvoiceId("I1")),
            new FollowUp.WatchContract(SHOP, new MerchantTradeNo("T1")),
            new FollowUp.WatchTracks(SHOP),
            new FollowUp.ReconcileDay(SHOP),
            new FollowUp.ReadStatement(SHOP, new ReportId("R1")),
            new FollowUp.WatchPeriod(SHOP))) {
      inside
          .transactions()
          .run(() -> inside.schedule(followUp, Instant.parse("2100-01-01T00:00:00Z")));
    }
    assertThat(names())
        .contains(
            "issue-invoice shop/O1",
            "settle-invoice shop/I1",
            "watch-invoice shop/I1",
            "watch-contract shop/T1",
            "watch-tracks shop",
            "watch-period shop",
            "reconcile-day shop",
            "read-statement shop/R1");
  }

  @Test
  void theWatchesBeginWithTheFirstStart() {
    assertThat(names()).containsExactly("watch-period shop", "watch-tracks shop");
  }

  private List<String> names() {
    try (var connection = shop.database();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT task_name || ' ' || task_instance FROM scheduled_tasks ORDER BY 1")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void whatFailsIsTriedAgainAfterAPauseAndWhatIsDoneIsGone() throws SQLException {
    shop.ecpay.invoices.issuing = Optional.of(new Answer.NotSent<>("no route"));
    String id = paidOrder("J-1");
    await()
        .atMost(SOON)
        .until(() -> count("task_name = 'settle-invoice' AND consecutive_failures >= 1") == 1);
    shop.ecpay.invoices.issuing = Optional.empty();
    await().atMost(SOON).until(() -> invoiceState(id).equals("issued"));
    await().atMost(SOON).until(() -> count("task_name IN ('settle-invoice', 'notify-buyer')") == 0);
  }

  @Test
  void afterTwentyFailuresAPersonIsTold() throws SQLException {
    shop.ecpay.invoices.issuing = Optional.of(new Answer.NotSent<>("no route"));
    String id = paidOrder("J-2");
    // In one statement: between a look and a change the job may be taken up again.
    await()
        .atMost(SOON)
        .until(() ->
            change(
                    "UPDATE scheduled_tasks SET consecutive_failures = 19,"
                        + " execution_time = '2000-01-01Z' WHERE task_name = 'settle-invoice'"
                        + " AND NOT picked AND consecutive_failures >= 1")
                == 1);
    Instant before = Instant.now(Clock.systemUTC());
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(Shop.json(shop.get("/api/v1/orders/" + id)).at("/incidents/0/kind").asText())
                .isEqualTo("FOLLOW_UP_GIVEN_UP"));
    await().atMost(SOON).until(() -> count("consecutive_failures = 20") == 1);
    Instant hourLater = Instant.now(Clock.systemUTC()).plus(Duration.ofHours(1));
    assertThat(
            count(
                "consecutive_failures = 20 AND execution_time BETWEEN '%s' AND '%s'"
                    .formatted(before.plus(Duration.ofMinutes(50)), hourLater)))
        .isOne();
  }

  @Test
  void aWishForAJobThatIsRunningIsNotLost() throws SQLException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    shop.ecpay.invoices.beforeIssuing =
        () -> {
          asked.countDown();
          Waits.await(answer);
        };
    String id = paidOrder("J-3");
    Waits.await(asked);
    Instant far = Instant.parse("2100-01-01T00:00:00Z");
    Locale ours = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG")); // which has digits of its own
    try {
      inside
          .transactions()
          .run(() -> inside.schedule(new FollowUp.IssueInvoice(SHOP, new OrderId(id)), far));
    } finally {
      Locale.setDefault(ours);
    }
    assertThat(count("task_name = 'issue-invoice' AND picked AND task_data IS NOT NULL")).isOne();
    answer.countDown();
    await()
        .atMost(SOON)
        .until(() ->
            count("task_name = 'issue-invoice' AND NOT picked AND execution_time = '2100-01-01Z'")
                == 1);
    assertThat(invoiceState(id)).isEqualTo("issued");
  }

  @Test
  void aCrashInAJobIsTriedAgain() {
    shop.ecpay.invoices.beforeIssuing =
        () -> {
          throw new IllegalStateException("scripted crash");
        };
    String id = paidOrder("J-4");
    await().atMost(SOON).until(() -> count("consecutive_failures >= 1") == 1);
    assertThat(invoiceState(id)).isEqualTo("requested");
  }
}
