package ecpay.adapter.http.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementEntry.Unreadable;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.StatementLine.Status;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.time.Taipei;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
  private static final String AIO =
      "訂單日期,特店訂單編號,綠界訂單編號,付款方式,付款狀態,付款日期,訂單金額,交易手續費,交易處理費,應收款項,撥款狀態,撥款日期\r\n";

  private static List<StatementEntry> read(String text) {
    return read(text.getBytes(UTF_8), Map.of());
  }

  private static List<StatementEntry> read(byte[] bytes, Map<Column, List<String>> further) {
    try (StatementLines lines =
        new CsvLines(BoundedRows.of(new ByteArrayInputStream(bytes)), further, () -> {})) {
      List<StatementEntry> all = new ArrayList<>();
      for (List<StatementEntry> part = lines.next(2); !part.isEmpty(); part = lines.next(2)) {
        assertThat(part).hasSizeLessThanOrEqualTo(2);
        all.addAll(part);
      }
      return all;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static StatementLine line(String text) {
    return (StatementLine) read(text).getFirst();
  }

  @Test
  void aLineOfTradeNoAioIsReadByItsHeaders() {
    StatementLine line =
        line(
            AIO
                + "2026/11/20 09:00:00,A1,2611200001,Credit_CreditCard,已付款,2026/11/21 12:07:00,"
                + "1000,27.50,1.5,971,未撥款,2026/11/28\r\n");
    assertThat(line.row()).isEqualTo(2);
    assertThat(line.tradeNo()).isEqualTo("A1");
    assertThat(line.ecpayNo()).isEqualTo("2611200001");
    assertThat(line.amount()).isEqualTo(1000);
    assertThat(line.status()).isEqualTo(Status.PAID);
    assertThat(line.method()).isEqualTo("Credit_CreditCard");
    assertThat(line.orderedAt())
        .contains(LocalDateTime.of(2026, 11, 20, 9, 0).atZone(Taipei.ZONE).toInstant());
    assertThat(line.paidAt())
        .contains(LocalDateTime.of(2026, 11, 21, 12, 7).atZone(Taipei.ZONE).toInstant());
    assertThat(line.fee()).contains(new BigDecimal("29.00"));
    assertThat(line.disbursed()).contains(new BigDecimal("971"));
    assertThat(line.disbursedOn()).contains(LocalDate.of(2026, 11, 28));
  }

  @Test
  void aLineOfTheBanksFileHasItsDaysAndItsFeeWithAPercentage() {
    StatementLine line =
        line(
            """
            序號,授權單號,授權碼,訂單編號,交易日期,請款日期,交易金額,服務費(%數),撥款金額
            1,10735183,777777,A1,20261121,20261122,-350,-9.63(2.75%),-340.37
            """);
    assertThat(line.authorization()).isEqualTo("10735183");
    assertThat(line.isRefund()).isTrue();
    assertThat(line.settledOn()).contains(LocalDate.of(2026, 11, 22));
    assertThat(line.fee()).contains(new BigDecimal("-9.63"));
    assertThat(line.ecpayNo()).isEmpty();
  }

  @Test
  void cellsWrittenAsFormulasQuotedOrWithCommasAreTheSame() {
    String header = "特店交易編號,綠界交易編號,結算日期,交易類別,交易金額,手續費\r\n";
    for (String row :
        List.of(
            "=\"A1\",=\"26112\",=\"2026/11/21\",=\"付款\",=\"1200\",=\"33.00\"",
            "\"=\"\"A1\"\"\",\"26112\",2026-11-21,付款,\"1,200\",\"33.00\"",
            " A1 ,26112,20261121,付款,NT$1200,33.00")) {
      StatementLine line = line("\uFEFF" + header + row);
      assertThat(line.tradeNo()).isEqualTo("A1");
      assertThat(line.ecpayNo()).isEqualTo("26112");
      assertThat(line.settledOn()).contains(LocalDate.of(2026, 11, 21));
      assertThat(line.amount()).isEqualTo(1200);
      assertThat(line.fee()).contains(new BigDecimal("33.00"));
    }
    assertThat(line(header + "A1,1,20261121,退款,300,").amount()).isEqualTo(-300);
    assertThat(line(header + "A1,1,20261121,退款,-300,").amount()).isEqualTo(-300);
  }

  @Test
  void big5IsToldFromUtf8ByTheBytes() {
    String text = AIO + "2026/11/20 09:00:00,A1,1,ATM_土地,付款失敗,,500,,,,,\r\n";
    for (String charset : List.of("Big5", "UTF-8")) {
      StatementLine line =
          (StatementLine) read(text.getBytes(Charset.forName(charset)), Map.of()).getFirst();
      assertThat(line.method()).isEqualTo("ATM_土地");
      assertThat(line.status()).isEqualTo(Status.FAILED);
      assertThat(line.paidAt()).isEmpty();
      assertThat(line.fee()).isEmpty();
    }
  }

  @Test
  void theHeaderRowAloneIsAFileWithoutData() {
    assertThat(read(AIO)).isEmpty();
    assertThat(read(AIO + "\r\n\r\n")).isEmpty();
  }

  @Test
  void aMissingColumnIsNamedWithTheHeadersItMayHave() {
    assertThatThrownBy(() -> read("特店訂單編號,付款方式\r\nA1,ATM\r\n"))
        .isInstanceOf(BrokenStatementException.class)
        .hasMessageContaining("amount")
        .hasMessageContaining("交易金額");
    assertThatThrownBy(() -> read("")).isInstanceOf(BrokenStatementException.class);
  }

  @Test
  void headersOfTheSettingsComeFirstAndUnknownColumnsAreLeft() {
    StatementEntry entry =
        read(
                "單號,別的,金額,交易金額\r\nA1,x,700,1\r\n".getBytes(UTF_8),
                Map.of(Column.ORDER_NUMBER, List.of("單號"), Column.AMOUNT, List.of("金額")))
            .getFirst();
    assertThat(((StatementLine) entry).tradeNo()).isEqualTo("A1");
    assertThat(((StatementLine) entry).amount()).isEqualTo(700);
  }

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
            合計
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
  void aCellOverTwoLinesIsStillOneRow() {
    assertThat(read("特店訂單編號,交易金額,付款方式\r\nA1,100,\"a\r\nb\"\r\nA2,200,ATM\r\n"))
        .extracting(StatementEntry::row)
        .containsExactly(2L, 3L);
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
    long most = 0;
    try (StatementLines lines = new CsvLines(BoundedRows.of(file), Map.of(), () -> {})) {
      for (List<StatementEntry> part = lines.next(500); !part.isEmpty(); part = lines.next(500)) {
        seen += part.size();
        if (seen % 50_000 == 0) {
          System.gc();
          Runtime memory = Runtime.getRuntime();
          most = Math.max(most, memory.totalMemory() - memory.freeMemory());
        }
      }
    }
    assertThat(seen).isEqualTo(rows);
    assertThat(most).isLessThan(64L << 20);
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
