package ecpay.sandbox.aio;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Hosted;
import ecpay.sandbox.Order;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Cards on the checkout page, and what the shop is told (CB-05, CB-08, CB-09). */
class AioCardTest {
  private static final String RESULT = "https://shop.example/pay/result";

  @AutoClose private final Bench bench = new Bench();

  private Map<String, String> told() {
    return Hosted.verified(bench.told(1).getFirst().body());
  }

  @Test
  void aCardIsPaidBehind3dSecureAndTheShopIsTold() {
    var order = Hosted.order("Card1", "Credit", "StoreID", "S1", "ClientBackURL", RESULT + "?a=1");
    assertThat(Hosted.payByCard(bench, order).body())
        .contains("付款完成")
        .contains("id=\"client-back\" href=\"" + bench.shop.url() + "/pay/result?a=1\"");
    var arrival = bench.told(1).getFirst();
    assertThat(arrival.path()).isEqualTo("/callbacks/aio");
    assertThat(arrival.contentType()).isEqualTo(Hosted.FORM);
    assertThat(told())
        .containsEntry("MerchantID", "3002607")
        .containsEntry("MerchantTradeNo", "Card1")
        .containsEntry("StoreID", "S1")
        .containsEntry("PlatformID", "")
        .containsEntry("RtnCode", "1")
        .containsEntry("RtnMsg", "交易成功")
        .containsEntry("TradeAmt", "3680")
        .containsEntry("PaymentType", "Credit_CreditCard")
        .containsEntry("PaymentTypeChargeFee", "101.20")
        .containsEntry("SimulatePaid", "0")
        .containsEntry("CustomField1", "field 1")
        .containsEntry("CustomField4", "")
        .doesNotContainKey("gwsr");
    assertThat(bench.trade("Card1").path("paidCount").asInt()).isEqualTo(1);
    assertThat(Hosted.tradeInfo(bench, "Card1"))
        .containsEntry("TradeStatus", "1")
        .containsEntry("HandlingCharge", "101.20")
        .containsEntry("card4no", "2222");
  }

  @Test
  void theExtraFieldsComeWhenTheyAreAskedFor() {
    Hosted.payByCard(bench, Hosted.order("Extra1", "Credit", "NeedExtraPaidInfo", "Y"));
    assertThat(told())
        .containsEntry("card6no", "431195")
        .containsEntry("card4no", "2222")
        .containsEntry("eci", "5")
        .containsEntry("amount", "3680")
        .containsEntry("stage", "0")
        .containsEntry("red_dan", "0")
        .containsEntry("PeriodType", "")
        .containsEntry("ATMAccBank", "")
        .containsEntry("TWQRTradeNo", "")
        .hasSize(18 + 28);
  }

  @Test
  void repeatsSayPaidAndAreSignedAnew() {
    bench.control("POST", "/sandbox/callbacks", "{\"deliveries\":3}");
    Hosted.payByCard(bench, Hosted.order("Repeat1", "Credit"));
    assertThat(bench.told(3))
        .extracting(a -> Hosted.verified(a.body()).get("RtnMsg"))
        .containsExactly("交易成功", "paid", "paid");
  }

  @Test
  void theBrowserCarriesTheSignedResultToTheShop() {
    var order = Hosted.order("Result1", "Credit", "OrderResultURL", RESULT);
    var page = Hosted.payByCard(bench, order).body();
    assertThat(page).contains("action=\"" + bench.shop.url() + "/pay/result\"");
    assertThat(Hosted.carried(page))
        .containsEntry("RtnCode", "1")
        .containsEntry("MerchantTradeNo", "Result1");
  }

  @Test
  void aCardWithout3dSecureIsPaidAtOnce() {
    var page = Hosted.place(bench, Hosted.order("Direct1", "Credit", "NeedExtraPaidInfo", "Y"));
    assertThat(Hosted.card(bench, page, "4311952222220001").body()).contains("付款完成");
    assertThat(told()).containsEntry("eci", "0");
  }

  @Test
  void aRefusedCardIsToldWithItsCode() {
    var page = Hosted.place(bench, Hosted.order("Refused1", "Credit"));
    Hosted.card(bench, page, "4311952222220058");
    bench.submit(page, "code", "1234", "action", "confirm");
    assertThat(told()).containsEntry("RtnCode", "10200058").containsEntry("PaymentDate", "");
    assertThat(Hosted.tradeInfo(bench, "Refused1")).containsEntry("TradeStatus", "10200095");
  }

  @Test
  void aBankThatDoesNotAnswerFailsThePayment() {
    var page = Hosted.place(bench, Hosted.order("Timeout1", "Credit"));
    Hosted.card(bench, page, "4311952222220115");
    bench.submit(page, "code", "1234", "action", "confirm");
    assertThat(told()).containsEntry("RtnCode", "10200115");
  }

  @Test
  void aBankMaySayYesLaterAndTheShopHearsLaterStill() {
    bench.taipei("2026-11-20T10:00:00");
    var page = Hosted.place(bench, Hosted.order("Late1", "Credit"));
    assertThat(Hosted.card(bench, page, "4311952222220116").body()).contains("處理中");
    assertThat(Hosted.tradeInfo(bench, "Late1")).containsEntry("TradeStatus", "0");
    bench.taipei("2026-11-20T10:06:00");
    assertThat(Hosted.tradeInfo(bench, "Late1")).containsEntry("TradeStatus", "1");
    assertThat(bench.shop.arrivals()).isEmpty();
    bench.taipei("2026-11-20T10:16:00");
    assertThat(told()).containsEntry("RtnCode", "1");
  }

  @Test
  void threeWrongCodesFailTheAuthentication() {
    var page = Hosted.place(bench, Hosted.order("Codes1", "Credit"));
    Hosted.card(bench, page, Order.APPROVED);
    for (int i = 0; i < 3; i++) {
      bench.submit(page, "code", "9999", "action", "confirm");
    }
    assertThat(told()).containsEntry("RtnCode", "10200043");
  }

  @Test
  void onlyTestCardsAndOfferedTermsAreTaken() {
    var page = Hosted.place(bench, Hosted.order("Typing1", "Credit", "CreditInstallment", "3,30N"));
    assertThat(Hosted.card(bench, page, "4111111111111111").body()).contains("test cards");
    assertThat(Hosted.card(bench, page, Order.APPROVED, "Instalment", "12").body())
        .contains("not offered");
    assertThat(Hosted.card(bench, page, Order.APPROVED, "Instalment", "30N").body())
        .contains("flexible");
    assertThat(bench.submit(page, "method", "ATM").body()).contains("Please choose");
    assertThat(bench.trade("Typing1").path("status").asText()).isEqualTo("CREATED");
  }

  @Test
  void theRemainderFallsOnTheFirstInstalment() {
    var order =
        Hosted.order("Parts1", "Credit", "CreditInstallment", "3", "NeedExtraPaidInfo", "Y");
    var page = Hosted.place(bench, order);
    Hosted.card(bench, page, Order.APPROVED, "Instalment", "3");
    bench.submit(page, "code", "1234", "action", "confirm");
    assertThat(told())
        .containsEntry("stage", "3")
        .containsEntry("stast", "1228")
        .containsEntry("staed", "1226");
  }

  @Test
  void flexibleInstalmentsAndBonusPointsAreToldAsSuch() {
    var order = Hosted.order("Flex1", "Credit", "CreditInstallment", "30N");
    var page = Hosted.place(bench, order);
    Hosted.card(bench, page, "4938177777777777", "Instalment", "30N");
    bench.submit(page, "code", "1234", "action", "confirm");
    assertThat(told()).containsEntry("PaymentType", "Flexible_Installment");

    var bonus = Hosted.place(bench, Hosted.order("Bonus1", "Credit", "Redeem", "Y"));
    Hosted.card(bench, bonus, Order.APPROVED, "Redeem", "Y");
    bench.submit(bonus, "code", "1234", "action", "confirm");
    assertThat(Hosted.tradeInfo(bench, "Bonus1"))
        .containsEntry("red_dan", "368")
        .containsEntry("red_de_amt", "368")
        .containsEntry("red_ok_amt", "3312");
  }

  @Test
  void anInstalmentCountThatIsNotOpenedBecomesASinglePayment() {
    var page =
        Hosted.post(
            bench, Hosted.CHECKOUT, Hosted.order("Five1", "Credit", "CreditInstallment", "5"));
    assertThat(page.body()).contains("CardNumber").doesNotContain("name=\"Instalment\"");
  }

  @Test
  void unionPayHasNoResultPost() {
    var order = Hosted.order("Union1", "Credit", "UnionPay", "1", "OrderResultURL", RESULT);
    var page = Hosted.place(bench, order);
    assertThat(bench.submit(page, "method", "Credit").body()).contains("UnionPay");
    assertThat(bench.submit(page, "action", "confirm").body())
        .contains("付款完成")
        .doesNotContain("back-to-shop");
    assertThat(told()).containsEntry("RtnCode", "1");
  }

  @Test
  void aPlatformsNoticeIsSignedWithThePlatformsKeys() {
    var order = Hosted.order("Platform2", "Credit", "PlatformID", "3003008");
    var signed = Hosted.signed(order, Bench.PLATFORM_KEYS);
    var page = Hosted.action(bench.post(Hosted.CHECKOUT, Hosted.FORM, signed).body());
    Hosted.card(bench, page, "4311952222220001");
    var notice = Hosted.verified(bench.told(1).getFirst().body(), Bench.PLATFORM_KEYS);
    assertThat(notice)
        .containsEntry("PlatformID", "3003008")
        .containsEntry("MerchantID", "3002607");
  }
}
