package ecpay.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import ecpay.app.Shop;
import ecpay.app.Waits;
import ecpay.app.clock.SharedClock;
import ecpay.app.settings.Settings;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.MerchantId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes of one database whose machines' clocks are 100 seconds apart, more than a node may be
 * silent and more than the patience with a call. A job of the first waits for ECPay's answer.
 */
class NodesShareOneTimeTest {
  private static final Clock RIGHT = Clock.systemUTC();
  private static final Duration WRONG = Duration.ofSeconds(50);

  /** See {@link JobsModule}: a node that beats no longer is taken for dead after that. */
  private static final Duration LEASE = Duration.ofSeconds(40);

  private final Inside late = new Inside();
  private final Inside early = new Inside();
  private final CountDownLatch leaving = new CountDownLatch(1);
  private final CountDownLatch answering = new CountDownLatch(1);
  private Shop lateNode;
  private Shop earlyNode;

  /** What a platform is made of, to look at from a test. */
  private static final class Inside extends AbstractModule {
    private @Nullable FollowUpHandler handler;
    private @Nullable Clock clock;

    @Override
    protected void configure() {
      requestInjection(this);
    }

    @Inject
    void take(FollowUpHandler handler, Clock clock) {
      this.handler = handler;
      this.clock = clock;
    }

    Instant now() {
      return Objects.requireNonNull(clock).instant();
    }

    Progress proceed(FollowUp followUp) {
      return Objects.requireNonNull(handler).proceed(followUp);
    }
  }

  @BeforeEach
  void aCallOfTheLateNodeIsUnderWay() {
    lateNode = Shop.open(Map.of(), machine(WRONG.negated()), late);
    lateNode.ecpay.invoices.beforeIssuing =
        () -> {
          leaving.countDown();
          Waits.await(answering);
        };
    var database = (Settings.External) lateNode.settings.database();
    earlyNode =
        Shop.open(
            Map.of(
                "database.url", database.url(),
                "database.user", database.user(),
                "database.password", database.password(),
                // So that the job is the other node's.
                "jobs.polling", "1h"),
            machine(WRONG),
            early);
    lateNode.pay(lateNode.placed("T-1"));
    Waits.await(leaving);
  }

  private static Clock machine(Duration wrong) {
    return new SharedClock(Clock.offset(RIGHT, wrong));
  }

  @AfterEach
  void close() {
    answering.countDown();
    earlyNode.close();
    lateNode.close();
  }

  private <T> T only(String sql, Class<T> type) throws SQLException {
    try (var connection = lateNode.database();
        var rows = connection.createStatement().executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getObject(1, type);
    }
  }

  @Test
  void theirTimesAreThatOfTheDatabase() {
    Instant right = RIGHT.instant();
    Instant first = late.now();
    Instant second = early.now();
    Instant last = late.now();
    Duration apart = Duration.ofSeconds(5);

    assertThat(second).isBetween(first.minus(apart), last.plus(apart));
    assertThat(second).isBetween(right.minus(apart), RIGHT.instant().plus(apart));
  }

  @Test
  void noneTakesTheOthersJobWhileItsNodeLives() throws SQLException {
    Instant beat =
        only(
                "SELECT last_heartbeat FROM scheduled_tasks WHERE picked"
                    + " AND task_name = 'issue-invoice'",
                OffsetDateTime.class)
            .toInstant();

    assertThat(Duration.between(beat, early.now())).isLessThan(LEASE);
  }

  @Test
  void noneTakesTheOthersCallForLostBeforeThePatienceIsOver() throws SQLException {
    Instant sent = only("SELECT sent_at FROM invoice", OffsetDateTime.class).toInstant();
    InvoiceId invoice = new InvoiceId(only("SELECT id FROM invoice", String.class));

    Progress progress = early.proceed(new FollowUp.SettleInvoice(new MerchantId("shop"), invoice));

    assertThat(progress).isEqualTo(new Progress.WaitUntil(Patience.DEFAULT.after(sent)));
    assertThat(lateNode.ecpay.invoices.asked).hasValue(1);
    assertThat(earlyNode.ecpay.invoices.asked).hasValue(0);
  }
}
