package ecpay.app.bookkeeping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Withdrawn;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files as Excel and an accountant meet them. */
class ExportTest {
  private static final TaxSplit SPLIT = TaxSplit.of(Money.of(1050), Money.of(20), Money.of(3));

  private static String text(Export export, PlayedBooks books) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(books, out);
    return out.toString(UTF_8);
  }

  /** All lines after the heading, read by somebody else's rules for CSV. */
  private static List<CSVRecord> rows(Export export, PlayedBooks books) throws IOException {
    String text = text(export, books);
    try (var parser =
        CSVFormat.EXCEL
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text.substring(1)))) {
      return parser.getRecords();
    }
  }

  private static Optional<Withdrawn> voidedFor(String reason) {
    return Optional.of(new Withdrawn(Instant.parse("2026-11-02T15:59:59Z"), reason));
  }

  @Test
  void anInvoiceIsOneLineInTaipeiTimeAndWholeDollars() throws IOException {
    PlayedBooks books = new PlayedBooks();
    books.invoices.add(PlayedBooks.invoice(0, PlayedBooks.BEGIN, SPLIT, voidedFor("退貨")));
    assertThat(text(Export.INVOICES, books))
        .isEqualTo(
            "\uFEFF發票號碼 Invoice number,開立日期 Date,開立時間 Time,隨機碼 Random number,"
                + "訂單編號 Order reference,統一編號 Company number,課稅別 Tax type,"
                + "應稅銷售額 Taxable net,營業稅額 Tax,零稅率銷售額 Zero-rated,免稅銷售額 Exempt,"
                + "特種稅率含稅額 Special rate,總計 Total,狀態 State,作廢時間 Voided at,"
                + "作廢原因 Void reason,上傳時間 Uploaded at\r\n"
                + "AB00000000,2026-11-01,00:00:00,0000,'-A:0,04595257,應稅 taxable,"
                + "1000,50,20,3,0,1073,作廢 void,2026-11-02 23:59:59,退貨,2026-11-02 00:00:00\r\n"
                + "合計,1,,,,,,1000,50,20,3,0,1073,,,,\r\n");
  }

  @Test
  void anAllowanceIsOneLineWithItsConsentAndSignature() throws IOException {
    PlayedBooks books = new PlayedBooks();
    books.allowances.add(
        PlayedBooks.allowance(1, PlayedBooks.BEGIN, SPLIT, true, Optional.empty()));
    assertThat(text(Export.ALLOWANCES, books).lines().skip(1))
        .containsExactly(
            "0000000000000001,2026-11-01,00:00:00,AB00000001,A-1,紙本 paper,否 no,"
                + "1000,50,20,3,0,1073,開立 issued,,",
            "合計,1,,,,,,1000,50,20,3,0,1073,,,");
  }

  @Test
  void theTotalsAreALinePerKindOfDocument() throws IOException {
    PlayedBooks books = new PlayedBooks();
    books.invoices.add(PlayedBooks.invoice(0, PlayedBooks.BEGIN, SPLIT, voidedFor("x")));
    assertThat(text(Export.TOTALS, books).lines().skip(1))
        .containsExactly(
            "發票 invoices,0,0,0,0,0,0,0",
            "作廢發票 void invoices,1,1000,50,20,3,0,1073",
            "折讓 allowances,0,0,0,0,0,0,0",
            "作廢折讓 void allowances,0,0,0,0,0,0,0",
            "合計,,,,,,,");
  }

  @ParameterizedTest
  @EnumSource(Export.class)
  void aTermWithoutDocumentsIsAFileThatIsWhole(Export export) throws IOException {
    assertThat(text(export, new PlayedBooks()))
        .startsWith("\uFEFF")
        .contains(export == Export.TOTALS ? "\r\n合計,,,,,,,\r\n" : "\r\n合計,0,")
        .endsWith("\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠A"})
  void whatExcelWouldComputeIsMadeText(String reason) throws IOException {
    PlayedBooks books = new PlayedBooks();
    books.invoices.add(PlayedBooks.invoice(1, PlayedBooks.BEGIN, SPLIT, voidedFor(reason)));
    assertThat(rows(Export.VOIDS, books).getFirst().get("作廢原因 Void reason"))
        .isEqualTo("'" + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a,b", "say \"no\"", "two\r\nlines", "two\nlines", " blank ", "1-2", "'x"})
  void anythingElseComesBackAsItWas(String reason) throws IOException {
    PlayedBooks books = new PlayedBooks();
    books.invoices.add(PlayedBooks.invoice(1, PlayedBooks.BEGIN, SPLIT, voidedFor(reason)));
    assertThat(rows(Export.VOIDS, books).getFirst().get("作廢原因 Void reason")).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,1", "3,50", "4,500", "5,2000"})
  void theFilesOfAnyTermAddUpToEachOtherAndToTheLedger(long seed, int documents)
      throws IOException {
    PlayedBooks books = PlayedBooks.random(seed, documents);
    List<CSVRecord> totals = rows(Export.TOTALS, books);
    assertThat(addedUp(Export.VOIDS, books)).isEqualTo(figures(totals.get(1)));
    assertThat(addedUp(Export.INVOICES, books))
        .isEqualTo(sum(figures(totals.get(0)), figures(totals.get(1))));
    assertThat(addedUp(Export.ALLOWANCES, books))
        .isEqualTo(sum(figures(totals.get(2)), figures(totals.get(3))));
    assertThat(totals).hasSize(5);
  }

  /** Count and sums of the lines of a file, which its last line must repeat. */
  private static List<Long> addedUp(Export export, PlayedBooks books) throws IOException {
    List<CSVRecord> rows = rows(export, books);
    List<Long> sums =
        rows.subList(0, rows.size() - 1).stream()
            .map(row -> amounts(row, 1))
            .reduce(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L), ExportTest::sum);
    assertThat(rows.getLast().get(0)).isEqualTo(Export.LAST_LINE);
    assertThat(amounts(rows.getLast(), Long.parseLong(rows.getLast().get(1)))).isEqualTo(sums);
    return sums;
  }

  private static List<Long> amounts(CSVRecord row, long count) {
    return IntStream.range(6, 13).mapToObj(i -> i == 6 ? count : Long.valueOf(row.get(i))).toList();
  }

  private static List<Long> figures(CSVRecord totals) {
    return IntStream.range(1, 8).mapToObj(i -> Long.valueOf(totals.get(i))).toList();
  }

  private static List<Long> sum(List<Long> one, List<Long> other) {
    return IntStream.range(0, one.size()).mapToObj(i -> one.get(i) + other.get(i)).toList();
  }

  @Test
  void aFileThatIsCutHasNoLastLine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlayedBooks broken =
        new PlayedBooks() {
          @Override
          public void invoices(Consumer<InvoiceEntry> each) {
            super.invoices(each);
            throw new IllegalStateException("the database went away");
          }
        };
    for (int i = 0; i < 1000; i++) {
      broken.invoices.add(PlayedBooks.invoice(i, PlayedBooks.BEGIN, SPLIT, Optional.empty()));
    }
    assertThatThrownBy(() -> Export.INVOICES.write(broken, out)).hasMessageContaining("went away");
    assertThat(out.toString(UTF_8)).contains("AB00000500").doesNotContain(Export.LAST_LINE);
  }

  @Test
  void linesAreWrittenWhileTheBooksAreRead() throws IOException {
    int documents = 20_000;
    PlayedBooks books = new PlayedBooks();
    for (int i = 0; i < documents; i++) {
      books.invoices.add(PlayedBooks.invoice(i, PlayedBooks.BEGIN, SPLIT, Optional.empty()));
    }
    long[] written = {0};
    long[] mostHeld = {0};
    long[] read = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int letter) {
            written[0]++;
          }
        };
    PlayedBooks watched =
        new PlayedBooks() {
          @Override
          public void invoices(Consumer<InvoiceEntry> each) {
            books.invoices(entry -> {
              each.accept(entry);
              read[0]++;
              mostHeld[0] = Math.max(mostHeld[0], read[0] * 80 - written[0]);
            });
          }
        };
    Export.INVOICES.write(watched, counting);
    assertThat(read[0]).isEqualTo(documents);
    assertThat(mostHeld[0]).isLessThan(64 * 1024);
  }
}
