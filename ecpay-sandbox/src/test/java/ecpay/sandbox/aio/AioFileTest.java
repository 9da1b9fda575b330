package ecpay.sandbox.aio;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Hosted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statement files (payments-aio.md section 7; D-41, U-03). */
class AioFileTest {
  private static final String MEDIA = "/PaymentMedia/TradeNoAio";
  private static final String FUNDING = "/CreditDetail/FundingReconDetail";

  private Bench bench;

  @BeforeEach
  void start() throws IOException {
    bench = new Bench();
    bench.taipei("2026-11-20T10:00:00");
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private static Map<String, String> media(String... more) {
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("DateType", "6");
    form.put("BeginDate", "2026-11-20");
    form.put("EndDate", "2026-11-20");
    form.put("MediaFormated", "1");
    form.put("CharSet", "2");
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return form;
  }

  private List<String> lines(String path, Map<String, String> form) {
    return Hosted.post(bench, path, form).body().lines().toList();
  }

  private void trades() {
    Hosted.payByCard(bench, Hosted.order("File1", "Credit"));
    Hosted.choose(bench, Hosted.order("File2", "ATM"), "ATM");
    bench.control("POST", "/sandbox/trades/File2/pay", "{}");
    Hosted.choose(bench, Hosted.order("File3", "CVS"), "CVS");
  }

  @Test
  void theFileTellsOfEveryTradeInItsThreeFormats() {
    trades();
    var lines = lines(MEDIA, media());
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("訂單日期,特店訂單編號,綠界訂單編號");
    assertThat(lines.get(1))
        .contains(",File1,")
        .contains(",Credit_CreditCard,已付款,")
        .endsWith(",3680,101.20,3578.80,未撥款,2026/11/27");
    assertThat(lines.get(3)).contains(",File3,").contains(",未付款,,3680,0,0,未撥款,");
    assertThat(lines(MEDIA, media("MediaFormated", "0")).getFirst().split(",")).hasSize(7);
    var split = lines(MEDIA, media("MediaFormated", "2"));
    assertThat(split.getFirst()).contains(",交易手續費,交易處理費,");
    assertThat(split.get(1)).contains(",=File1,").contains(",=3680,=101.20,=0,=3578.80,=未撥款,=2026");
    assertThat(split.get(3)).contains(",=未付款,,=3680,=0,=0,=0,");
  }

  @ParameterizedTest
  @CsvSource({
    "PaymentType, 01, 1",
    "PaymentType, 03, 1",
    "PaymentType, 12, 0",
    "PaymentStatus, 1, 2",
    "PaymentStatus, 0, 1",
    "AllocateStatus, 1, 0",
    "AllocateStatus, 0, 3",
    "PlatformStatus, 1, 3",
    "PlatformStatus, 2, 0",
    "DateType, 2, 2",
    "DateType, 4, 0",
    "EndDate, 2026-11-19, 0"
  })
  void theFileIsFiltered(String name, String value, int rows) {
    trades();
    var form = media(name, value);
    if (name.equals("EndDate")) {
      form.put("BeginDate", value);
    }
    assertThat(lines(MEDIA, form)).hasSize(1 + rows);
  }

  @Test
  void moneyIsPassedOnAfterAWeek() {
    trades();
    bench.taipei("2026-11-27T00:00:00");
    var form = media("DateType", "4", "BeginDate", "2026-11-27", "EndDate", "2026-11-27");
    assertThat(lines(MEDIA, form)).hasSize(3).last().asString().contains("已撥款");
  }

  @Test
  void anEmptyFileIsTheHeaderRow() {
    assertThat(lines(MEDIA, media())).hasSize(1);
    assertThat(lines(FUNDING, funding("close")))
        .containsExactly("序號,授權單號,授權碼,訂單編號,交易日期,請款日期,交易金額,服務費(%數),撥款金額");
  }

  private static Map<String, String> funding(String type) {
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("PayDateType", type);
    form.put("StartDate", "2026-11-21");
    form.put("EndDate", "2026-11-22");
    form.put("CharSet", "2");
    return form;
  }

  @Test
  void captureAndRefundAreLinesOfTheFundingFile() {
    Hosted.payByCard(bench, Hosted.order("Fund1", "Credit"));
    bench.taipei("2026-11-21T03:00:00");
    var info = Hosted.tradeInfo(bench, "Fund1");
    act("Fund1", "R", 1000);
    bench.taipei("2026-11-22T03:00:00");
    var lines = lines(FUNDING, funding("close"));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1))
        .startsWith("1," + info.get("gwsr") + "," + info.get("auth_code") + ",Fund1,20261120,")
        .endsWith(",20261121,3680,101.20(2.75%),3578.80");
    assertThat(lines.get(2)).isEqualTo(",,,,,每日小計:,3680,101.20,3578.80");
    assertThat(lines.get(3)).startsWith("2,").endsWith(",20261122,-1000,-27.50(2.75%),-972.50");
    assertThat(lines.get(4)).isEqualTo(",,,,,每日小計:,-1000,-27.50,-972.50");
    assertThat(lines(FUNDING, funding("fund"))).hasSize(1);
  }

  @Test
  void theSumsOfADayStandBetweenItsLinesAndThoseOfTheNext() {
    bench.control("POST", "/sandbox/cards", "{\"automaticCapture\":false}");
    Hosted.payByCard(bench, Hosted.order("Later", "Credit"));
    Hosted.payByCard(bench, Hosted.order("Earlier", "Credit"));
    act("Earlier", "C", 3680);
    bench.taipei("2026-11-21T03:00:00");
    act("Later", "C", 3680);
    act("Earlier", "R", 1000);
    bench.taipei("2026-11-22T03:00:00");
    var lines = lines(FUNDING, funding("close"));
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1)).startsWith("1,").contains(",Earlier,").contains(",20261121,3680,");
    assertThat(lines.get(2)).isEqualTo(",,,,,每日小計:,3680,101.20,3578.80");
    assertThat(lines.get(3)).startsWith("2,").contains(",Later,").contains(",20261122,3680,");
    assertThat(lines.get(4)).startsWith("3,").contains(",Earlier,").contains(",20261122,-1000,");
    assertThat(lines.get(5)).isEqualTo(",,,,,每日小計:,2680,73.70,2606.30");
    bench.taipei("2026-11-28T03:00:00");
    var passedOn = funding("enter");
    passedOn.put("StartDate", "2026-11-29");
    passedOn.put("EndDate", "2026-11-29");
    assertThat(lines(FUNDING, passedOn))
        .hasSize(4)
        .last()
        .isEqualTo(",,,,,每日小計:,2680,73.70,2606.30");
  }

  private void act(String number, String action, long amount) {
    var form = new LinkedHashMap<String, String>();
    form.put("MerchantID", "3002607");
    form.put("MerchantTradeNo", number);
    form.put("TradeNo", Hosted.tradeInfo(bench, number).get("TradeNo"));
    form.put("Action", action);
    form.put("TotalAmount", Long.toString(amount));
    Hosted.post(bench, "/CreditDetail/DoAction", form);
  }

  @Test
  void big5IsTheUsualCharset() {
    var form = media();
    form.remove("CharSet");
    var request =
        bench
            .request(MEDIA)
            .header("Content-Type", Hosted.FORM)
            .POST(BodyPublishers.ofString(Hosted.signed(form, Bench.PAYMENT_KEYS)))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var bytes = client.send(request, BodyHandlers.ofByteArray()).body();
      assertThat(new String(bytes, Charset.forName("Big5"))).startsWith("訂單日期,特店訂單編號");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Test
  void oneFileAMinuteCanBeSwitchedOn() {
    bench.control("POST", "/sandbox/settings", "{\"oneFilePerMinute\":true}");
    assertThat(Hosted.post(bench, MEDIA, media()).statusCode()).isEqualTo(200);
    assertThat(Hosted.post(bench, FUNDING, funding("close")).statusCode()).isEqualTo(403);
    bench.taipei("2026-11-20T10:02:00");
    assertThat(Hosted.post(bench, MEDIA, media()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "DateType, 3, 5100011",
    "BeginDate, 2026/11/20, 5100011",
    "BeginDate, 2026-11-21, 5100011",
    "MediaFormated, 3, 5100011",
    "MediaFormated, '', 5100010",
    "PaymentType, 99, 5100011",
    "CharSet, 3, 5100011"
  })
  void aBrokenRequestGivesNoFile(String name, String value, String code) {
    assertThat(Hosted.post(bench, MEDIA, media(name, value)).body()).startsWith(code + "|");
  }

  @Test
  void aWrongSignatureGivesNoFile() {
    var form = Hosted.signed(media(), Bench.INVOICE_KEYS);
    assertThat(bench.post(MEDIA, Hosted.FORM, form).body())
        .isEqualTo("10200073|CheckMacValue Error");
  }
}
