package ecpay.app.web.api.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Shop;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A statement file as long as the shop is large, held against books as large (U-03). */
class StatementVolumeTest {
  /** {@code -Decpay.lines=1000000} for the full size; a multiple of a thousand. */
  private static final long LINES = Long.getLong("ecpay.lines", 100_000);

  private static final long MOST_MORE = 48L << 20;

  /** Two days before the file's day: payments have come into QueryTradeMedia by then. */
  private final LocalDate paidOn = LocalDate.now(ZoneId.of("Asia/Taipei")).minusDays(3);

  @Test
  void aFileOfAnyLengthIsHeldAgainstTheBooksInTheSameMemory() throws SQLException {
    try (Shop shop = Shop.open()) {
      String order = shop.placed("A-1");
      shop.pay(order);
      multiply(shop, order);
      MediaFile file = new MediaFile(paidOn);
      HttpResponse<String> answer =
          shop.send(
              shop.request(
                      "/api/v1/reconciliations/files?file=QueryTradeMedia&from="
                          + paidOn.plusDays(2))
                  .POST(BodyPublishers.ofInputStream(() -> file)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      JsonNode report = Shop.json(answer);
      assertThat(report.path("stage").asText()).isEqualTo("compared");
      assertThat(report.path("totals").path("lines").asLong()).isEqualTo(LINES);
      assertThat(report.path("totals").path("unreadable").asLong()).isZero();
      assertThat(counts(report))
          .containsExactly(
              "missing_here " + LINES / 1_000,
              "missing_there " + LINES / 1_000,
              "amount " + LINES / 1_000,
              "fee " + LINES / 1_000);
      assertThat(bookedFees(shop)).isEqualTo(LINES - LINES / 1_000);
      assertThat(file.most - file.least).isLessThan(MOST_MORE);
    }
  }

  /** The paid order so many times more, each with a payment and numbers of its own. */
  private void multiply(Shop shop, String order) throws SQLException {
    execute(
        shop,
        """
        INSERT INTO orders (merchant_id, id, reference, total, content, placed_at, paid_trade_no,
          paid_at)
        SELECT merchant_id, 'O' || n, 'B-' || n, total, content, placed_at, 'T' || n, paid_at
        FROM orders, generate_series(0, %d - 1) AS n WHERE id = '%s'
        """
            .formatted(LINES, order));
    execute(
        shop,
        """
        INSERT INTO payment (merchant_id, id, order_id, trade_no, charge, amount, offer, started_at,
          state, ecpay_trade_no, trade, paid_at)
        SELECT merchant_id, 'P' || n, 'O' || n, 'T' || n, charge, amount, offer, started_at, state,
          'E' || n,
          trade || jsonb_build_object('ecpayTradeNo', 'E' || n, 'paidAt', '%1$sT04:00:00Z'),
          timestamptz '%1$sT04:00:00Z'
        FROM payment, generate_series(0, %2$d - 1) AS n WHERE order_id = '%3$s'
        """
            .formatted(paidOn, LINES, order));
    execute(shop, "ANALYZE");
  }

  private static void execute(Shop shop, String sql) throws SQLException {
    try (Connection database = shop.database();
        var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long bookedFees(Shop shop) throws SQLException {
    try (Connection database = shop.database();
        var statement = database.createStatement();
        var found =
            statement.executeQuery(
                "SELECT count(*) FROM statement_line WHERE fee_booked_at IS NOT NULL")) {
      found.next();
      return found.getLong(1);
    }
  }

  private static List<String> counts(JsonNode report) {
    List<String> counts = new ArrayList<>();
    report
        .path("counts")
        .forEach(
            count -> counts.add(count.path("kind").asText() + " " + count.path("count").asLong()));
    return counts;
  }

  /**
   * The file, made while it is read. Of a thousand lines one names an order that nobody knows, in
   * place of one that is known; one has another amount, and one another fee.
   */
  private static final class MediaFile extends InputStream {
    private static final int PART = 1_000;

    private final LocalDate paidOn;

    /** What is held in memory while it is read, at least and at most, in bytes. */
    private long least = Long.MAX_VALUE;

    private long most;
    private long made;
    private byte[] now = "特店訂單編號,綠界訂單編號,交易金額,付款日期,手續費\r\n".getBytes(UTF_8);
    private int at;

    MediaFile(LocalDate paidOn) {
      this.paidOn = paidOn;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at == now.length) {
        if (made == LINES) {
          return -1;
        }
        now = lines().getBytes(UTF_8);
        at = 0;
      }
      int count = Math.min(length, now.length - at);
      System.arraycopy(now, at, into, from, count);
      at += count;
      return count;
    }

    private String lines() {
      if (made % Math.max(10_000, LINES / 40) == 0) {
        measure();
      }
      StringBuilder lines = new StringBuilder();
      for (int n = 0; n < PART; n++, made++) {
        lines
            .append(n == 0 ? "X" : "T")
            .append(made)
            .append(",E")
            .append(made)
            .append(n == 1 ? ",900," : ",1000,")
            .append(paidOn)
            .append(n == 2 ? " 12:00:00,21\r\n" : " 12:00:00,20\r\n");
      }
      return lines.toString();
    }

    /** What the collector found in use, whatever is allocated by others after it has looked. */
    private void measure() {
      System.gc();
      long held =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getType() == MemoryType.HEAP)
              .map(MemoryPoolMXBean::getCollectionUsage)
              .filter(Objects::nonNull)
              .mapToLong(MemoryUsage::getUsed)
              .sum();
      least = Math.min(least, held);
      most = Math.max(most, held);
    }
  }
}
