package ecpay.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.util.Modules;
import ecpay.app.Shop;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a node that was killed leaves to the others. */
class KilledNodeTest {
  /** Who beats no more is looked for every ten seconds. */
  private static final Duration UNTIL_IT_IS_MISSED = Duration.ofSeconds(60);

  @AutoClose
  private final Shop shop = Shop.open(Shop.HASTY, Clock.systemUTC(), Modules.EMPTY_MODULE);

  /** A node had taken the job up for the twentieth time. */
  private void killedWhileInvoicing(String order) throws SQLException {
    try (var connection = shop.database();
        var insert =
            connection.prepareStatement(
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked,
                  picked_by, last_heartbeat, consecutive_failures, version, priority)
                VALUES ('issue-invoice', ?, '2000-01-01Z', true, 'a node that was killed',
                  '2000-01-01Z', 19, 1, 50)
                """)) {
      insert.setString(1, "shop/" + order);
      insert.executeUpdate();
    }
  }

  private Instant nextTime() throws SQLException {
    try (var connection = shop.database();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT execution_time FROM scheduled_tasks WHERE NOT picked"
                        + " AND task_name = 'issue-invoice' AND consecutive_failures = 20")) {
      assertThat(rows.next()).isTrue();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  @Test
  void aJobWhoseNodesAreKilledIsPutOffLikeOneThatFailsAndAPersonIsTold() throws SQLException {
    String id = shop.placed("K-1");
    Instant before = Instant.now(Clock.systemUTC());
    killedWhileInvoicing(id);
    await()
        .atMost(UNTIL_IT_IS_MISSED)
        .untilAsserted(() ->
            assertThat(Shop.json(shop.get("/api/v1/orders/" + id)).at("/incidents/0/kind").asText())
                .isEqualTo("FOLLOW_UP_GIVEN_UP"));
    assertThat(nextTime())
        .isBetween(
            before.plus(Duration.ofMinutes(59)),
            Instant.now(Clock.systemUTC()).plus(Duration.ofHours(1)));
  }
}
