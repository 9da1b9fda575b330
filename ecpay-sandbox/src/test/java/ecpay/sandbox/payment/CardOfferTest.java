package ecpay.sandbox.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardOfferTest {
  @AutoClose private final Bench bench = new Bench();

  @Test
  void theRemainderOfInstalmentsFallsOnTheFirst() {
    var data = Offers.listed(Order.number(), "2", "{\"CreditInstallment\":\"3,6,9\"}");
    ((ObjectNode) data.path("OrderInfo")).put("TotalAmount", 1000);
    var card = Offers.pay(bench, data, "INSTALMENT", "{\"Instalment\":3}").data().path("CardInfo");
    assertThat(card.path("Stage").asInt()).isEqualTo(3);
    assertThat(card.path("Stast").asInt()).isEqualTo(334);
    assertThat(card.path("Staed").asInt()).isEqualTo(333);
    assertThat(card.path("Amount").asInt()).isEqualTo(1000);
  }

  @Test
  void flexibleInstalmentsAreThirty() {
    var data = Offers.listed(Order.number(), "8", "{\"FlexibleInstallment\":30}");
    var paid = Offers.pay(bench, data, "FLEXIBLE", "{}").data();
    assertThat(paid.at("/CardInfo/Stage").asInt()).isEqualTo(30);
    assertThat(paid.at("/OrderInfo/PaymentType").asText()).isEqualTo("Flexible_Installment");
  }

  @Test
  void theFormTellsWhatThereIsToChoose() {
    var data =
        Offers.listed(
            Order.number(),
            "0",
            "{\"CreditInstallment\":\"3,12\",\"FlexibleInstallment\":30,\"Redeem\":1}");
    var token = bench.pay(Order.GET_TOKEN, data).data().path("Token").asText();
    var form = Bench.json(bench.get("/sandbox/pay-form?token=" + token).body());
    assertThat(form.path("Methods")).hasSize(8);
    assertThat(form.path("Instalments").toString()).isEqualTo("[3,12]");
    assertThat(form.path("Redeem").asBoolean()).isTrue();
    var form5 = Order.card(token, Offers.AT_ONCE).put("Method", "INSTALMENT").put("Instalment", 5);
    assertThat(bench.post("/sandbox/pay-token", "application/json", form5.toString()).body())
        .contains("Instalment");
  }

  @Test
  void bonusPointsPayATenthAndGoBackAsAWhole() {
    var number = Order.number();
    var data = Offers.listed(number, "1", "{\"Redeem\":1}");
    bench.taipei("2026-11-10T10:00:00");
    var paid = Offers.pay(bench, data, "CARD", "{\"Redeem\":true}").data();
    assertThat(paid.at("/CardInfo/RedDeAmt").asInt()).isEqualTo(168);
    assertThat(paid.at("/CardInfo/RedDan").asInt()).isEqualTo(1680);
    assertThat(paid.at("/CardInfo/RedOkAmt").asInt()).isEqualTo(1512);
    assertThat(paid.at("/CardInfo").has("RedYet")).isTrue();
    bench.taipei("2026-11-12T10:00:00");
    var refund =
        Order.query(number)
            .put("TradeNo", paid.at("/OrderInfo/TradeNo").asText())
            .put("Action", "R")
            .put("TotalAmount", 100);
    assertThat(bench.pay("/1.0.0/Credit/DoAction", refund).rtnMsg()).isEqualTo("error_amount_R");
    assertThat(bench.pay("/1.0.0/Credit/DoAction", refund.put("TotalAmount", 1680)).rtnCode())
        .isEqualTo(1);
  }

  @Test
  void withoutRedeemNoBonusIsOfferedOrTold() {
    var number = Order.number();
    var token = bench.pay(Order.GET_TOKEN, Order.token(number)).data().path("Token").asText();
    var form = Order.card(token, Offers.AT_ONCE).put("Redeem", true);
    assertThat(bench.post("/sandbox/pay-token", "application/json", form.toString()).body())
        .contains("bonus");
    var payToken = Order.payToken(bench, form.put("Redeem", false));
    var paid = bench.pay(Order.CREATE, Order.create(number, payToken)).data();
    assertThat(paid.path("CardInfo").has("RedDan")).isFalse();
  }

  @Test
  void applePayIsPaidWithoutThreeDSecure() {
    var paid = Offers.pay(bench, Offers.listed(Order.number(), "7", "{}"), "APPLE_PAY", "{}");
    assertThat(paid.data().at("/OrderInfo/PaymentType").asText()).isEqualTo("ApplePay");
    assertThat(paid.data().at("/OrderInfo/TradeStatus").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"4311952222220058,10200058", "4311952222220043,10200043"})
  void anApplePayThatFailsIsAnsweredAtOnceAndToldToTheShop(String card, int code) {
    var number = Order.number();
    var wallet = "{\"CardNumber\":\"" + card + "\"}";
    var refused = Offers.pay(bench, Offers.listed(number, "7", "{}"), "APPLE_PAY", wallet);
    assertThat(refused.rtnCode()).isEqualTo(code);
    assertThat(refused.data().path("ThreeDInfo").path("ThreeDURL").asText()).isEmpty();
    var told = Bench.notice(bench.told(1).getFirst().body());
    assertThat(told.path("RtnCode").asInt()).isEqualTo(code);
    assertThat(bench.trade(number).path("paidCount").asInt()).isZero();
  }

  @Test
  void anApplePayNeedsNoMoreOfACardThanItsNumberAndMeetsNoThreeDSecure() {
    var token =
        bench
            .pay(Order.GET_TOKEN, Offers.listed(Order.number(), "7", "{}"))
            .data()
            .path("Token")
            .asText();
    var form = Order.method(token, "APPLE_PAY").put("CardNumber", "1234");
    assertThat(bench.post("/sandbox/pay-token", "application/json", form.toString()).body())
        .contains("test cards");
    var number = Order.number();
    var wallet = "{\"CardNumber\":\"4938177777777777\"}";
    var paid = Offers.pay(bench, Offers.listed(number, "7", "{}"), "APPLE_PAY", wallet).data();
    assertThat(paid.at("/OrderInfo/TradeStatus").asText()).isEqualTo("1");
    assertThat(paid.at("/CardInfo/Card4No").asText()).isEqualTo("7777");
  }

  @Test
  void aDelayedApplePayPaysWhatCreatePaymentSays() {
    var number = Order.number();
    var data = Order.token(number).put("PaymentUIType", 5);
    var token = bench.pay(Order.GET_TOKEN, data).data().path("Token").asText();
    var create = Order.create(number, Order.payToken(bench, Order.method(token, "APPLE_PAY")));
    assertThat(bench.pay(Order.CREATE, create).rtnCode()).isEqualTo(5100010);
    assertThat(bench.pay(Order.CREATE, create.put("Total", 0)).rtnCode()).isEqualTo(5100011);
    var paid = bench.pay(Order.CREATE, create.put("Total", 1500));
    assertThat(paid.data().at("/OrderInfo/TradeAmt").asInt()).isEqualTo(1500);
    assertThat(bench.trade(number).path("amount").asInt()).isEqualTo(1500);
  }

  @Test
  void aRememberedCardNeedsItsLastThreeDigitsOnly() {
    var first = remembering(Order.number());
    assertThat(Offers.pay(bench, first, "CARD", "{\"RememberCard\":true}").rtnCode()).isEqualTo(1);
    var number = Order.number();
    var token = bench.pay(Order.GET_TOKEN, remembering(number)).data().path("Token").asText();
    var form = Bench.json(bench.get("/sandbox/pay-form?token=" + token).body());
    assertThat(form.path("Cards").toString())
        .isEqualTo("[{\"No\":1,\"Card6No\":\"431195\",\"Card4No\":\"0001\"}]");
    var choice = Order.method(token, "CARD").put("RememberedCard", 1);
    assertThat(bench.post("/sandbox/pay-token", "application/json", choice.toString()).body())
        .contains("CardCVV");
    var payToken = Order.payToken(bench, choice.put("CardCVV", "222"));
    var paid = bench.pay(Order.CREATE, Order.create(number, payToken)).data();
    assertThat(paid.at("/CardInfo/Card4No").asText()).isEqualTo("0001");
    assertThat(paid.at("/OrderInfo/TradeStatus").asText()).isEqualTo("1");
  }

  private static ObjectNode remembering(String number) {
    var data = Order.token(number).put("RememberCard", 1);
    ((ObjectNode) data.path("ConsumerInfo")).put("MerchantMemberID", "member1");
    return data;
  }

  @ParameterizedTest
  @CsvSource({
    "2, CreditInstallment, '', 5100010",
    "2, CreditInstallment, '3,7', 5100011",
    "8, FlexibleInstallment, 24, 5100011",
    "8, FlexibleInstallment, '', 5100010",
    "1, Redeem, Y, 5100011",
    "'1,9', Redeem, 0, 5100011"
  })
  void aBadOfferIsRefused(String list, String field, String value, int code) {
    var data = Order.token(Order.number()).put("ChoosePaymentList", list);
    ((ObjectNode) data.path("CardInfo")).put(field, value);
    assertThat(bench.pay(Order.GET_TOKEN, data).rtnCode()).isEqualTo(code);
  }

  @Test
  void aPaymentCodeCanBeAskedForOnceMore() {
    var path = "/1.0.0/Cashier/QueryPaymentInfo";
    for (var method : new String[] {"ATM", "CVS", "BARCODE"}) {
      var number = Order.number();
      var given = Order.place(bench, number, method).data();
      var asked = bench.pay(path, Order.query(number));
      assertThat(asked.rtnCode()).isEqualTo(1);
      assertThat(asked.data()).isEqualTo(given);
    }
    var card = Order.number();
    Order.place(bench, card, Offers.AT_ONCE);
    assertThat(bench.pay(path, Order.query(card)).rtnCode()).isEqualTo(10000185);
    assertThat(bench.pay(path, Order.query("Nobody")).rtnCode()).isEqualTo(10000185);
  }
}
