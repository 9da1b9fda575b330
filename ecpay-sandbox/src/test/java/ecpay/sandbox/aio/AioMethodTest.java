package ecpay.sandbox.aio;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Hosted;
import ecpay.sandbox.Order;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every method but the card: codes and the counter, wallets, the lender (CB-05, CB-06). */
class AioMethodTest {
  private static final String COUNTER = "/sandbox/counter.html";
  private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([0-9a-f]{32})\"");

  @AutoClose private final Bench bench = new Bench();

  private Map<String, String> told(int count) {
    return Hosted.verified(bench.told(count).get(count - 1).body());
  }

  private void pay(String number) {
    bench.control("POST", "/sandbox/trades/" + number + "/pay", "{}");
  }

  @Test
  void anAtmAccountIsToldThenPaidAtTheCounter() {
    var order = Hosted.order("Atm1", "ATM", "NeedExtraPaidInfo", "Y", "ChooseSubPayment", "ESUN");
    var page = Hosted.choose(bench, order, "ATM").body();
    assertThat(bench.told(1).getFirst().path()).isEqualTo("/callbacks/aio-info");
    var info = told(1);
    assertThat(info)
        .containsEntry("RtnCode", "2")
        .containsEntry("PaymentType", "ATM_ESUN")
        .containsEntry("BankCode", "808")
        .doesNotContainKey("PaymentDate");
    assertThat(info.get("vAccount")).hasSize(16);
    assertThat(info.get("ExpireDate")).matches("\\d{4}/\\d\\d/\\d\\d");
    assertThat(page).contains(info.get("vAccount"));
    assertThat(Hosted.tradeInfo(bench, "Atm1")).containsEntry("TradeStatus", "0");
    pay("Atm1");
    assertThat(told(2))
        .containsEntry("RtnCode", "1")
        .containsEntry("ATMAccNo", "12345")
        .containsEntry("PaymentType", "ATM_ESUN");
  }

  @Test
  void aStoreCodeAndABarcodeHaveTheirFields() {
    Hosted.choose(bench, Hosted.order("Cvs1", "CVS"), "CVS");
    assertThat(told(1))
        .containsEntry("RtnCode", "10100073")
        .containsEntry("PaymentType", "CVS_CVS")
        .containsEntry("Barcode1", "");
    assertThat(told(1).get("PaymentNo")).hasSize(14);
    assertThat(told(1).get("ExpireDate")).hasSize(19);
    Hosted.choose(bench, Hosted.order("Bar1", "BARCODE"), "BARCODE");
    var info = told(2);
    assertThat(info).containsEntry("RtnCode", "10100073").containsEntry("PaymentNo", "");
    assertThat(info.get("Barcode1")).hasSize(9);
    assertThat(info.get("Barcode2")).hasSize(16);
    assertThat(info.get("Barcode3")).hasSize(15);
  }

  @Test
  void theBrowserTakesTheCodeToTheShop() {
    var order = Hosted.order("Redirect1", "CVS", "ClientRedirectURL", "https://shop.example/code");
    var page = Hosted.choose(bench, order, "CVS").body();
    assertThat(page).contains("action=\"" + bench.shop.url() + "/code\"");
    assertThat(Hosted.carried(page)).containsEntry("RtnCode", "10100073");
  }

  @Test
  void aShopWithoutPaymentInfoUrlIsNotToldOfTheCode() {
    var order = Hosted.order("Silent1", "ATM");
    order.remove("PaymentInfoURL");
    Hosted.choose(bench, order, "ATM");
    pay("Silent1");
    assertThat(bench.told(1)).hasSize(1);
    assertThat(told(1)).containsEntry("RtnCode", "1");
  }

  @Test
  void aCodeExpiresWithoutAWord() {
    bench.taipei("2026-11-21T10:00:00");
    Hosted.choose(bench, Hosted.order("Expire1", "ATM", "ExpireDate", "1"), "ATM");
    bench.told(1);
    bench.taipei("2026-11-22T23:59:50");
    assertThat(bench.get(COUNTER).body()).contains("Expire1").doesNotContain("expired");
    bench.taipei("2026-11-23T00:00:00");
    assertThat(bench.post("/sandbox/trades/Expire1/pay", "application/json", "{}").statusCode())
        .isEqualTo(409);
    assertThat(bench.get(COUNTER).body()).contains("已逾期");
    assertThat(Hosted.tradeInfo(bench, "Expire1")).containsEntry("TradeStatus", "0");
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "WebATM, WebATM_TAISHIN",
    "ApplePay, ApplePay",
    "TWQR, TWQR_OPAY",
    "WeiXin, WeiXin",
    "DigitalPayment, DigitalPayment_Jkopay"
  })
  void walletsPayOnTheirPage(String method, String paymentType) {
    var page = Hosted.place(bench, Hosted.order("Wallet1", method));
    bench.submit(page, "method", method);
    bench.submit(page, "action", "confirm");
    assertThat(told(1)).containsEntry("RtnCode", "1").containsEntry("PaymentType", paymentType);
  }

  @Test
  void aWalletThatIsLeftHasNotPaid() {
    var page = Hosted.place(bench, Hosted.order("Left1", "TWQR"));
    bench.submit(page, "method", "TWQR");
    bench.submit(page, "action", "cancel");
    assertThat(told(1)).containsEntry("RtnCode", "10200095");
    assertThat(Hosted.tradeInfo(bench, "Left1")).containsEntry("TradeStatus", "10200095");
  }

  @Test
  void aBnplApplicationIsReceivedThenApproved() {
    Hosted.choose(bench, Hosted.order("Bnpl2", "BNPL"), "BNPL");
    assertThat(told(1))
        .containsEntry("RtnCode", "2")
        .containsEntry("PaymentType", "BNPL_URICH")
        .containsKeys("BNPLTradeNo", "BNPLInstallment");
    assertThat(Hosted.tradeInfo(bench, "Bnpl2")).containsEntry("TradeStatus", "0");
    pay("Bnpl2");
    assertThat(told(2)).containsEntry("RtnCode", "1");
    assertThat(Hosted.tradeInfo(bench, "Bnpl2")).containsEntry("TradeStatus", "1");
  }

  @Test
  void theLenderMayRefuse() {
    Hosted.choose(bench, Hosted.order("Bnpl3", "BNPL"), "BNPL");
    bench.told(1);
    bench.control("POST", "/sandbox/trades/Bnpl3/pay", "{\"refused\":true}");
    assertThat(told(2)).containsEntry("RtnCode", "10200163");
    assertThat(Hosted.tradeInfo(bench, "Bnpl3")).containsEntry("TradeStatus", "10200163");
  }

  @Test
  void aSimulatedPaymentIsNoMoney() {
    Hosted.choose(bench, Hosted.order("Sim1", "ATM"), "ATM");
    bench.told(1);
    bench.control("POST", "/sandbox/trades/Sim1/pay", "{\"simulated\":true}");
    assertThat(told(2)).containsEntry("RtnCode", "1").containsEntry("SimulatePaid", "1");
    assertThat(Hosted.tradeInfo(bench, "Sim1")).containsEntry("TradeStatus", "0");
  }

  @Test
  void theCounterTakesMoneyForBothWaysToPay() {
    Order.place(bench, "Ecpg1", "CVS");
    Hosted.choose(bench, Hosted.order("Aio1", "CVS"), "CVS");
    var html = bench.get(COUNTER).body();
    assertThat(html)
        .contains("Ecpg1")
        .contains("Aio1")
        .contains("ECPG CVS")
        .contains("AIO CVS_CVS");
    var ticket = TICKET.matcher(html).results().findFirst().orElseThrow().group(1);
    var code = told(1).getOrDefault("PaymentNo", "");
    Hosted.choose(bench, Hosted.order("Aio2", "ATM"), "ATM");
    assertThat(bench.submit(COUNTER, "ticket", ticket, "code", "812").statusCode())
        .describedAs("the bank's own code is nobody's account")
        .isEqualTo(404);
    assertThat(bench.submit(COUNTER, "ticket", ticket, "code", code).body()).contains("PAID");
    assertThat(bench.submit(COUNTER, "ticket", ticket, "code", "Ecpg1").statusCode())
        .isEqualTo(200);
    assertThat(bench.trade("Ecpg1").path("status").asText()).isEqualTo("PAID");
    assertThat(bench.trade("Aio1").path("status").asText()).isEqualTo("PAID");
    assertThat(bench.submit(COUNTER, "ticket", ticket, "code", code).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherPageCannotPayAtTheCounter() {
    Hosted.choose(bench, Hosted.order("Alien1", "ATM"), "ATM");
    assertThat(bench.submit(COUNTER, "code", "Alien1").statusCode()).isEqualTo(403);
    assertThat(bench.trade("Alien1").path("status").asText()).isEqualTo("AWAITING_PAYMENT");
  }
}
