package ecpay.adapter.http.statement;

import static ecpay.adapter.http.statement.WholeFile.AIO;
import static ecpay.adapter.http.statement.WholeFile.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.StatementLines;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What of a statement file cannot be read costs a row, or the whole file, and never the memory
 * (U-03).
 */
class BrokenLinesTest {
  @Test
  void aRowThatCannotBeReadIsToldByItsPlaceAndColumnAndTheOthersAreRead() {
    List<StatementEntry> read =
        read(
            """
            特店訂單編號,交易金額,付款日期,付款狀態
            A1,100,2026/11/21,已付款
            ,100,,
            A2,12.5,,
            A3,many,,
            A4,100,2026/13/45,
            A5,100,,別的
            A6|7,100,,
            A7
            A8,300,,
            """);
    assertThat(read).hasSize(9);
    assertThat(read.stream().filter(StatementLine.class::isInstance).count()).isEqualTo(2);
    assertThat(read.get(1))
        .isEqualTo(new Unreadable(3, "column order-number: expected an order number"));
    assertThat(((Unreadable) read.get(4)).reason()).contains("payment-date");
    assertThat(read.get(4).row()).isEqualTo(6);
    assertThat(read.toString()).doesNotContain("many");
  }

  @Test
  void aMalformedQuotedCellCostsItsRowOnly() {
    List<StatementEntry> read =
        read(
            """
            特店訂單編號,交易金額,付款方式
            A1,100,ATM
            "A2"x,100,ATM
            "A3",300,"信用卡, 一次"
            A4,400,"never closed
            A5,500,CVS
            A6,600,5" screen
            "A
            7",700,ATM
            A8,800,"cut off\
            """);
    assertThat(read)
        .extracting(
            entry -> entry instanceof StatementLine line ? line.tradeNo() : "row " + entry.row())
        .containsExactly("A1", "row 3", "A3", "row 5", "A5", "A6", "row 8", "row 9");
    assertThat(((StatementLine) read.get(2)).method()).isEqualTo("信用卡, 一次");
    assertThat(read.get(1))
        .isEqualTo(new Unreadable(3, "no CSV: a quoted cell that does not end in its row"));
  }

  @Test
  void aQuoteThatNeverEndsCostsItsLineOnlyHoweverLongTheFileIs() {
    InputStream file = new Rows("特店訂單編號,交易金額\r\n\"A1,100\r\n", "A2,200\r\n", 20_000);
    try (StatementLines lines = lines(file)) {
      assertThat(lines.next(1)).singleElement().isInstanceOf(Unreadable.class);
      assertThat(lines.next(30_000)).hasSize(20_000).allMatch(StatementLine.class::isInstance);
    }
  }

  @Test
  void aFileOfRowsThatAreNoCsvIsGivenUpAfterAThousandOfThem() {
    for (String row : List.of("\"A1\"x,100\r\n", "A1,\"100\"x\r\n")) {
      Rows file = new Rows("特店訂單編號,交易金額\r\n", row, 1L << 40);
      try (StatementLines lines = lines(file)) {
        assertThat(lines.next(1_000)).hasSize(1_000).allMatch(Unreadable.class::isInstance);
        assertThatThrownBy(() -> lines.next(1))
            .isInstanceOf(BrokenStatementException.class)
            .hasMessageContaining("more than 1000 rows are no CSV, after row 1001");
      }
      assertThat((1L << 40) - file.left).as("rows that were looked at").isLessThan(200_000);
    }
  }

  @Test
  void aFileOfEmptyLinesIsGivenUpToo() {
    try (StatementLines lines = lines(new Rows("特店訂單編號,交易金額\r\n", "\r\n", 1L << 40))) {
      assertThatThrownBy(() -> lines.next(2_000)).isInstanceOf(BrokenStatementException.class);
    }
  }

  @Test
  void oneBadRowAmongManyGoodOnesIsNeverTooMany() {
    String good = "A1,100\r\n".repeat(9_000);
    try (StatementLines lines = lines(new Rows("特店訂單編號,交易金額\r\n", "\"\r\n" + good, 5))) {
      List<StatementEntry> read = lines.next(100_000);
      assertThat(read).hasSize(5 * 9_001);
      assertThat(read.stream().filter(StatementLine.class::isInstance)).hasSize(5 * 9_000);
    }
  }

  @Test
  void aHeaderThatIsNoCsvMakesItNoStatementFile() {
    assertThatThrownBy(() -> read("\"特店訂單編號\"x,交易金額\r\nA1,100\r\n"))
        .isInstanceOf(BrokenStatementException.class)
        .hasMessageContaining("no CSV");
  }

  @Test
  void aFileThatCannotBeReadOnIsBrokenAndNotARowLess() {
    InputStream rows = new Rows("特店訂單編號,交易金額\r\n", "A1,100\r\n", 3_000);
    InputStream broken =
        new FilterInputStream(rows) {
          private long left = 20_000;

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            if (left <= 0) {
              throw new IOException("the disk is gone");
            }
            int read = super.read(into, from, (int) Math.min(most, left));
            left -= read;
            return read;
          }
        };
    try (StatementLines lines = lines(broken)) {
      assertThatThrownBy(() -> lines.next(3_000))
          .isInstanceOf(BrokenStatementException.class)
          .hasMessageContaining("breaks off");
    }
  }

  private static StatementLines lines(InputStream file) {
    try {
      return new CsvLines(BoundedRows.of(file), Map.of(), () -> {});
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void aRowWithoutEndIsRefusedBeforeItFillsTheMemory() {
    InputStream endless = new Rows("特店訂單編號,交易金額\r\n\"", "x", 1L << 40);
    assertThatThrownBy(() -> new CsvLines(BoundedRows.of(endless), Map.of(), () -> {}).next(1))
        .isInstanceOf(BrokenStatementException.class)
        .hasMessageContaining("65536");
  }

  /** {@code -Decpay.lines=1000000} for the full size. */
  @Test
  void aFileOfAnyLengthIsReadInTheSameMemory() throws IOException {
    long rows = Long.getLong("ecpay.lines", 200_000);
    InputStream file =
        new Rows(
            AIO, "2026/11/20 09:00:00,A1,1,ATM,已付款,2026/11/21 12:07:00,500,15,0,485,,\r\n", rows);
    long seen = 0;
    long before = held();
    long most = before;
    try (StatementLines lines = new CsvLines(BoundedRows.of(file), Map.of(), () -> {})) {
      for (List<StatementEntry> part = lines.next(500); !part.isEmpty(); part = lines.next(500)) {
        seen += part.size();
        if (seen % 50_000 == 0) {
          most = Math.max(most, held());
        }
      }
    }
    assertThat(seen).isEqualTo(rows);
    assertThat(most - before).isLessThan(16L << 20);
  }

  /** What the collector found in use, whatever is allocated by others after it has looked. */
  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /** A beginning, and then the same row again and again. */
  private static final class Rows extends InputStream {
    private final byte[] row;
    private long left;
    private byte[] now;
    private int at;

    Rows(String beginning, String row, long times) {
      this.now = beginning.getBytes(UTF_8);
      this.row = row.getBytes(UTF_8);
      this.left = times;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      while (at == now.length) {
        if (left <= 0) {
          return -1;
        }
        left--;
        now = row;
        at = 0;
      }
      int count = Math.min(most, now.length - at);
      System.arraycopy(now, at, into, from, count);
      at += count;
      return count;
    }
  }
}
