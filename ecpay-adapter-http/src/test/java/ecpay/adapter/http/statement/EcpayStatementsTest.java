package ecpay.adapter.http.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import com.sun.net.httpserver.HttpExchange;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.call.EcpayApi;
import ecpay.adapter.http.setting.EcpaySettings.FileLimits;
import ecpay.adapter.http.setting.EcpaySettings.StatementWire;
import ecpay.adapter.http.transport.Transport;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.StatementLines;
import ecpay.domain.reconciliation.StatementSource.Opening;
import ecpay.domain.reconciliation.StatementSource.Turn;
import ecpay.domain.rule.Rule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The statement files as they come over the wire (payments-aio.md section 7, U-03). */
class EcpayStatementsTest {
  private static final Period DAY = Period.of(LocalDate.of(2026, 11, 20));
  private static final String CSV = "特店訂單編號,訂單金額,付款方式\r\nA1,100,ATM_土地\r\n";
  private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final Path folder;
  private final EcpayStatements statements;

  EcpayStatementsTest(@TempDir Path folder) {
    this.folder = folder;
    this.statements = statements(new FileLimits(Duration.ZERO, 2_000, Duration.ofSeconds(20)));
  }

  private EcpayStatements statements(FileLimits limits) {
    return statements(limits, StatementWire.USUAL);
  }

  private EcpayStatements statements(FileLimits limits, StatementWire wire) {
    Injector adapter = Facts.adapter(Facts.settings(ecpay.uri(), limits));
    return new EcpayStatements(
        adapter.getInstance(AioApi.class),
        adapter.getInstance(EcpayApi.class),
        new FileTurn(adapter.getInstance(Transport.class), Turn.ALONE, limits.spacing(), CLOCK),
        new Downloads(folder),
        wire);
  }

  private Answer<StatementLines> open(EcpayStatements from, StatementFile file) {
    return ((Opening.Asked) from.open(Facts.MERCHANT, file, DAY)).answer();
  }

  /** Opens a file that is none; nothing of it stays on the disk. */
  private Answer<StatementLines> refused(EcpayStatements from, StatementFile file) {
    Answer<StatementLines> answer = open(from, file);
    assertThat(kept()).isEmpty();
    return answer;
  }

  private List<Path> kept() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private List<StatementEntry> read(StatementFile file) {
    Answer<StatementLines> answer = open(statements, file);
    assertThat(kept()).hasSize(1);
    try (StatementLines lines = ((Answer.Accepted<StatementLines>) answer).value()) {
      return lines.next(9);
    } finally {
      assertThat(kept()).isEmpty();
    }
  }

  private void thenBytes(byte[] bytes) {
    ecpay.then(exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "text/csv");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    });
  }

  /** Sends the beginning of an answer of that length. */
  private static void begin(HttpExchange exchange, long length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    exchange.getResponseBody().write(CSV.getBytes(UTF_8));
    exchange.getResponseBody().flush();
  }

  @ParameterizedTest
  @CsvSource({
    "TradeNoAio,/PaymentMedia/TradeNoAio,BeginDate,DateType,2",
    "FundingReconDetail,/CreditDetail/FundingReconDetail,StartDate,PayDateType,close"
  })
  void filesOfAioAreAskedForByASignedForm(
      StatementFile file, String path, String from, String by, String kind) {
    ecpay.then(200, CSV);
    assertThat(read(file)).hasSize(1);
    ScriptedEcpay.Request request = ecpay.onlyRequest();
    assertThat(request.path()).isEqualTo(path);
    assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
    List<Field> form = FormFields.parse(request.body());
    assertThat(CheckMac.with(Facts.PAYMENT_KEYS).verify(form, Digest.SHA256)).isTrue();
    assertThat(form)
        .contains(
            new Field("MerchantID", "3002607"),
            new Field(from, "2026-11-20"),
            new Field("EndDate", "2026-11-20"),
            new Field(by, kind),
            new Field("CharSet", "2"));
  }

  @Test
  void theColumnsOfTradeNoAioAreThoseWithTheFeesApartUnlessSetOtherwise() {
    ecpay.then(200, CSV).then(200, CSV);
    assertThat(read(StatementFile.TradeNoAio)).hasSize(1);
    EcpayStatements earlier =
        statements(
            new FileLimits(Duration.ZERO, 2_000, Duration.ofSeconds(20)),
            new StatementWire(1, Map.of()));
    Answer<StatementLines> answer = open(earlier, StatementFile.TradeNoAio);
    ((Answer.Accepted<StatementLines>) answer).value().close();
    assertThat(ecpay.requests())
        .extracting(request ->
            FormFields.parse(request.body()).stream()
                .filter(field -> field.name().equals("MediaFormated"))
                .map(Field::value)
                .toList())
        .containsExactly(List.of("2"), List.of("1"));
  }

  @Test
  void theFileOfEcpgIsAskedForByAnEnvelope() {
    ecpay.then(200, CSV);
    assertThat(read(StatementFile.QueryTradeMedia)).hasSize(1);
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/1.0.0/Cashier/QueryTradeMedia");
    assertThat(ecpay.onlyRequest().contentType()).startsWith("application/json");
    assertThat(ecpay.onlyRequest().data(Facts.PAYMENT_KEYS).toString())
        .isEqualTo(
            "{\"MerchantID\":\"3002607\",\"DateType\":\"1\",\"BeginDate\":\"2026-11-20\","
                + "\"EndDate\":\"2026-11-20\"}");
  }

  @ParameterizedTest
  @EnumSource(StatementFile.class)
  void aFileIsReadInBothCharacterSetsWhateverItsTypeSays(StatementFile file) {
    for (String charset : List.of("UTF-8", "Big5")) {
      thenBytes(CSV.getBytes(Charset.forName(charset)));
      assertThat(read(file))
          .singleElement()
          .isInstanceOfSatisfying(
              StatementLine.class, line -> assertThat(line.method()).isEqualTo("ATM_土地"));
    }
  }

  @Test
  void theHeaderRowAloneIsAFileAndNothingAtAllIsNone() {
    ecpay.then(200, "特店訂單編號,訂單金額\r\n");
    assertThat(read(StatementFile.TradeNoAio)).isEmpty();
    ecpay.then(200, "").then(200, "\uFEFF \r\n");
    for (int i = 0; i < 2; i++) {
      assertThat(refused(statements, StatementFile.TradeNoAio))
          .isEqualTo(new Answer.Unknown<>("the file is empty, it has not even a header row", true));
    }
  }

  @ParameterizedTest
  @EnumSource(StatementFile.class)
  void aPageInPlaceOfAFileIsNone(StatementFile file) {
    ecpay.then(200, "\uFEFF\r\n<!DOCTYPE html><html>maintenance</html>");
    assertThat(refused(statements, file))
        .isEqualTo(new Answer.Unknown<>("the answer is no statement file", true));
  }

  @Test
  void whatEcpayRefusesIsToldInItsWords() {
    ecpay.then(200, "10200073|CheckMacValue Error");
    assertThat(refused(statements, StatementFile.TradeNoAio))
        .isEqualTo(new Answer.Refused<>("10200073", "CheckMacValue Error"));
    ecpay.thenData(Facts.PAYMENT_KEYS, "{\"RtnCode\":5100011,\"RtnMsg\":\"no such day\"}");
    assertThat(refused(statements, StatementFile.QueryTradeMedia))
        .isEqualTo(new Answer.Refused<>("5100011", "no such day"));
    ecpay.then(200, "{\"RtnCode\":0,\"RtnMsg\":\"IP\"}");
    assertThat(refused(statements, StatementFile.TradeNoAio))
        .isEqualTo(new Answer.Unknown<>("the answer is no statement file", true));
    ecpay.then(200, "\uFEFF{\"TransCode\":");
    assertThat(refused(statements, StatementFile.QueryTradeMedia))
        .isInstanceOf(Answer.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"302", "500", "503"})
  void anotherStatusIsNoFileEvenWithOneInItsBody(int status) {
    ecpay.then(status, CSV);
    assertThat(refused(statements, StatementFile.TradeNoAio)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aFileWithoutANeededColumnIsRefusedNamingIt() {
    ecpay.then(200, "日期,訂單金額\r\n2026/11/20,100\r\n");
    assertThat(refused(statements, StatementFile.TradeNoAio))
        .isInstanceOfSatisfying(
            Answer.Unknown.class, unknown -> assertThat(unknown.reason()).contains("order-number"));
  }

  @Test
  void aBodyThatBreaksOffIsNoFileHoweverGoodItsBeginningIs() {
    ecpay.then(exchange -> begin(exchange, 1_000));
    assertThat(refused(statements, StatementFile.TradeNoAio))
        .isInstanceOfSatisfying(
            Answer.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("connection broke"));
  }

  @Rule("R-TRN-04")
  @Test
  void aBodyThatDoesNotEndIsWaitedForNoLongerThanAllowed() {
    EcpayStatements hurried =
        statements(new FileLimits(Duration.ZERO, 2_000, Duration.ofMillis(400)));
    CountDownLatch end = new CountDownLatch(1);
    ecpay.then(exchange -> {
      begin(exchange, 1_000);
      await(end);
    });
    assertThat(refused(hurried, StatementFile.TradeNoAio))
        .isEqualTo(new Answer.Unknown<>("no answer within 400 ms", true));
    end.countDown();
  }

  @Test
  @DefaultLocale("de-DE")
  void aFileThatIsTooLargeIsNotKeptAndThatIsToldAlikeOnEveryMachine() {
    thenBytes((CSV + "x".repeat(2_001 - CSV.getBytes(UTF_8).length)).getBytes(UTF_8));
    assertThat(refused(statements, StatementFile.TradeNoAio))
        .isEqualTo(new Answer.Unknown<>("a file of more than 2,000 bytes", true));
    thenBytes((CSV + "\n".repeat(2_000 - CSV.getBytes(UTF_8).length)).getBytes(UTF_8));
    assertThat(read(StatementFile.TradeNoAio)).hasSize(1);
  }

  @Test
  void aNewStartRemovesWhatAKilledOneLeft() throws IOException {
    Path left = Files.writeString(folder.resolve("ecpay-statement77.csv"), CSV);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    statements(FileLimits.USUAL);
    assertThat(left).doesNotExist();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
