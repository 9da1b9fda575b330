package ecpay.sandbox.aio;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Hosted;
import ecpay.sandbox.Order;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AioCheckOut takes and refuses (payments-aio.md sections 2 and 8). */
class AioCheckOutTest {
  private static final Pattern METHOD = Pattern.compile("name=\"method\" value=\"(\\w+)\"");
  private static final Pattern CODE = Pattern.compile("id=\"rtn-code\">(\\d+)<");

  @AutoClose private final Bench bench = new Bench();

  private String answered(Map<String, String> order) {
    return Hosted.post(bench, Hosted.CHECKOUT, order).body();
  }

  private int refused(Map<String, String> order) {
    var matcher = CODE.matcher(answered(order));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static List<String> methods(String html) {
    return METHOD.matcher(html).results().map(r -> r.group(1)).toList();
  }

  @Test
  void theBuyerChoosesAmongEverythingThatAllOffers() {
    assertThat(methods(answered(Hosted.order(Order.number(), "ALL"))))
        .containsExactly(
            "Credit",
            "ATM",
            "CVS",
            "BARCODE",
            "WebATM",
            "ApplePay",
            "TWQR",
            "BNPL",
            "WeiXin",
            "DigitalPayment");
    assertThat(methods(answered(Hosted.order(Order.number(), "ATM")))).containsExactly("ATM");
  }

  @Test
  void allLeavesOutWhatIsIgnoredAndWhatTheAmountForbids() {
    var order = Hosted.order(Order.number(), "ALL", "IgnorePayment", "Credit#ATM#WeiXin");
    order.put("TotalAmount", "2999");
    assertThat(methods(answered(order)))
        .containsExactly("CVS", "BARCODE", "WebATM", "ApplePay", "TWQR", "DigitalPayment");
  }

  @Test
  void theBuyersPageRunsNoInlineScriptAndLeadsNowhereElse() {
    var page = Hosted.post(bench, Hosted.CHECKOUT, Hosted.order(Order.number(), "ALL"));
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("script-src 'self'")
        .contains("form-action 'self'")
        .contains("frame-ancestors 'none'");
    assertThat(page.body()).doesNotContain("<script>").doesNotContain("EkRm7iFT261dpevs");
  }

  @Test
  void theRefusalShowsCodeAndFieldAndNothingWasCreated() {
    var order = Hosted.order("Wrong1", "Credit", "MerchantTradeDate", "2026-11-21 10:20:30");
    assertThat(answered(order)).contains("5100011").contains("MerchantTradeDate");
    assertThat(Hosted.tradeInfo(bench, "Wrong1")).containsEntry("TradeStatus", "10200047");
  }

  @ParameterizedTest
  @CsvSource({
    "MerchantTradeNo, '', 5100010",
    "MerchantTradeNo, ABCDEFGHIJ0123456789X, 5100011",
    "MerchantTradeNo, AB-1, 5100011",
    "MerchantTradeDate, 2026/02/30 10:00:00, 5100011",
    "PaymentType, AIO, 5100011",
    "EncryptType, 0, 5100011",
    "EncryptType, '', 5100010",
    "TotalAmount, 0, 10200050",
    "TotalAmount, -5, 10200050",
    "TotalAmount, 10.5, 10200050",
    "TotalAmount, '', 10200050",
    "TradeDesc, '', 5100010",
    "TradeDesc, a;b, 5100011",
    "ItemName, '', 5100010",
    "ReturnURL, '', 5100010",
    "ReturnURL, https://shop.example:8443/x, 5100011",
    "ReturnURL, https://中文.tw/x, 5100011",
    "ReturnURL, ftp://shop.example/x, 5100011",
    "OrderResultURL, https://shop.example/callbacks/aio, 5100011",
    "ClientBackURL, nowhere, 5100011",
    "ChoosePayment, Cash, 5100011",
    "ChoosePayment, '', 5100010",
    "ChooseSubPayment, FAMILY, 5100011",
    "IgnorePayment, ATM, 5100011",
    "StoreID, 12345678901, 5100011",
    "NeedExtraPaidInfo, 1, 5100011",
    "Language, FRA, 5100011",
    "CreditInstallment, 7, 5100011",
    "UnionPay, 2, 5100011",
    "BindingCard, 1, 5100010",
    "PeriodType, D, 5100010"
  })
  void aBrokenFieldIsRefused(String name, String value, int code) {
    assertThat(refused(Hosted.order("Broken1", "Credit", name, value))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "ATM, ExpireDate, 60, 0",
    "ATM, ExpireDate, 61, 5100011",
    "ATM, ExpireDate, 0, 5100011",
    "CVS, StoreExpireDate, 43200, 0",
    "CVS, StoreExpireDate, 43201, 5100011",
    "BARCODE, StoreExpireDate, 30, 0",
    "BARCODE, StoreExpireDate, 31, 5100011",
    "CVS, Desc_1, 123456789012345678901, 5100011",
    "ATM, ChooseSubPayment, ESUN, 0",
    "ALL, IgnorePayment, DigitalPayment, 5100011",
    "ALL, IgnorePayment, Cash, 5100011"
  })
  void deadlinesAndBrandsHaveTheirBounds(String method, String name, String value, int code) {
    assertThat(refused(Hosted.order("Bounds1", method, name, value))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "D, 1, 2, 0",
    "D, 365, 999, 0",
    "D, 366, 2, 5100011",
    "D, 1, 1, 5100011",
    "D, 1, 1000, 5100011",
    "M, 12, 999, 0",
    "M, 13, 2, 5100011",
    "Y, 1, 99, 0",
    "Y, 2, 2, 5100011",
    "Y, 1, 100, 5100011",
    "W, 1, 2, 5100011"
  })
  void periodsHaveTheirBounds(String type, String frequency, String times, int code) {
    assertThat(refused(periodic("Period1", type, frequency, times))).isEqualTo(code);
  }

  @Test
  void aPeriodsAmountIsTheOrdersAndPeriodsNeedACard() {
    var other = periodic("Period2", "M", "1", "12");
    other.put("PeriodAmount", "3681");
    assertThat(refused(other)).isEqualTo(5100011);
    var all = periodic("Period2", "M", "1", "12");
    all.put("ChoosePayment", "ALL");
    assertThat(refused(all)).isEqualTo(5100011);
  }

  static Map<String, String> periodic(String number, String type, String frequency, String times) {
    return Hosted.order(
        number,
        "Credit",
        "PeriodAmount",
        "3680",
        "PeriodType",
        type,
        "Frequency",
        frequency,
        "ExecTimes",
        times,
        "PeriodReturnURL",
        "https://shop.example/callbacks/aio-period");
  }

  @Test
  void instalmentsBonusAndPeriodsExcludeEachOther() {
    var instalmentAndBonus =
        Hosted.order("Excl1", "Credit", "CreditInstallment", "3", "Redeem", "Y");
    assertThat(refused(instalmentAndBonus)).isEqualTo(5100011);
    var periodAndBonus = periodic("Excl1", "M", "1", "12");
    periodAndBonus.put("Redeem", "Y");
    assertThat(refused(periodAndBonus)).isEqualTo(5100011);
    var unionPayInParts =
        Hosted.order("Excl1", "Credit", "CreditInstallment", "3", "UnionPay", "1");
    assertThat(refused(unionPayInParts)).isEqualTo(5100011);
    assertThat(refused(Hosted.order("Excl1", "Credit", "CreditInstallment", "3,6,12,18,24,30N")))
        .isZero();
  }

  @Test
  void bnplNeedsThreeThousand() {
    var order = Hosted.order("Bnpl1", "BNPL", "TotalAmount", "2999");
    assertThat(refused(order)).isEqualTo(10200105);
    order.put("TotalAmount", "3000");
    assertThat(refused(order)).isZero();
  }

  @Test
  void aNumberIsUsedOnceForEver() {
    assertThat(refused(Hosted.order("Once1", "ATM"))).isZero();
    assertThat(refused(Hosted.order("Once1", "CVS"))).isEqualTo(10200047);
    Order.place(bench, "Once2", "ATM");
    assertThat(refused(Hosted.order("Once2", "ATM"))).isEqualTo(10200047);
    assertThat(bench.pay(Order.GET_TOKEN, Order.token("Once1")).rtnCode()).isEqualTo(10200047);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<b>x</b>", "run cmd.exe", "tracert", "cd ..", "a;rm", "x%26y", "net localgroup"})
  void theEdgeFilterStopsForbiddenText(String text) {
    assertThat(refused(Hosted.order("Edge1", "Credit", "ItemName", text))).isEqualTo(10400011);
    assertThat(refused(Hosted.order("Edge1", "Credit", "CustomField3", text))).isEqualTo(10400011);
  }

  @Test
  void aLongItemNameIsCutNotRefused() {
    var order = Hosted.order("Long1", "ATM", "ItemName", "茶".repeat(401));
    assertThat(refused(order)).isZero();
    assertThat(Hosted.tradeInfo(bench, "Long1")).containsEntry("ItemName", "茶".repeat(400));
  }

  @Test
  void onlyTheRightKeysSign() {
    var order = Hosted.order("Mac1", "Credit");
    var foreign =
        bench.post(Hosted.CHECKOUT, Hosted.FORM, Hosted.signed(order, Bench.INVOICE_KEYS));
    assertThat(foreign.body()).contains("10200073");
    var changed = Hosted.signed(order, Bench.PAYMENT_KEYS).replace("3680", "3681");
    assertThat(bench.post(Hosted.CHECKOUT, Hosted.FORM, changed).body()).contains("10200073");
    var unsigned = Hosted.signed(order, Bench.PAYMENT_KEYS).replaceAll("&CheckMacValue.*", "");
    assertThat(bench.post(Hosted.CHECKOUT, Hosted.FORM, unsigned).body()).contains("10200073");
    order.put("MerchantID", "9999999");
    assertThat(answered(order)).contains("10200073");
  }

  @Test
  void aPlatformSignsWithItsOwnKeys() {
    var order = Hosted.order("Platform1", "ATM", "PlatformID", "3003008");
    assertThat(answered(order)).contains("10200073");
    var signed = Hosted.signed(order, Bench.PLATFORM_KEYS);
    assertThat(methods(bench.post(Hosted.CHECKOUT, Hosted.FORM, signed).body()))
        .containsExactly("ATM");
    var unbound = new LinkedHashMap<>(order);
    unbound.put("MerchantID", "3085779");
    var body =
        bench.post(Hosted.CHECKOUT, Hosted.FORM, Hosted.signed(unbound, Bench.PLATFORM_KEYS));
    assertThat(body.body()).contains("10200073");
  }

  @Test
  void whatIsNoFormIsADataFormatError() {
    assertThat(bench.post(Hosted.CHECKOUT, "application/json", "{}").statusCode()).isEqualTo(500);
    assertThat(bench.post(Hosted.CHECKOUT, Hosted.FORM, "a=%zz").statusCode()).isEqualTo(500);
    assertThat(bench.post(Hosted.CHECKOUT, Hosted.FORM, "a=1&a=2").statusCode()).isEqualTo(500);
    assertThat(bench.get(Hosted.CHECKOUT).statusCode()).isEqualTo(405);
  }

  @Test
  void faultsStrikeHereToo() {
    bench.control(
        "POST", "/sandbox/faults", "{\"operation\":\"AioCheckOut\",\"kind\":\"HTTP_403\"}");
    var order = Hosted.order("Fault1", "ATM");
    assertThat(Hosted.post(bench, Hosted.CHECKOUT, order).statusCode()).isEqualTo(403);
    assertThat(refused(order)).isZero();
  }
}
