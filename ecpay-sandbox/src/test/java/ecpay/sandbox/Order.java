package ecpay.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench.Answer;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Sample messages of a payment, and the buyer's part of it. */
public final class Order {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  public static final String GET_TOKEN = "/Merchant/GetTokenbyTrade";
  public static final String CREATE = "/Merchant/CreatePayment";
  public static final String QUERY = "/1.0.0/Cashier/QueryTrade";
  public static final String APPROVED = "4311952222222222";

  private Order() {}

  public static String number() {
    return "SB" + System.nanoTime() % 1_000_000_000 + "N" + NUMBERS.incrementAndGet();
  }

  /** A GetTokenbyTrade Data that offers everything. */
  public static ObjectNode token(String number) {
    return Bench.object(
        """
        {"MerchantID":"3002607","RememberCard":0,"PaymentUIType":2,"ChoosePaymentList":"0",
         "OrderInfo":{"MerchantTradeDate":"2026/11/21 10:20:30","MerchantTradeNo":"%s",
           "TotalAmount":1680,"ReturnURL":"https://shop.example/callbacks/ecpg",
           "TradeDesc":"Spring sale","ItemName":"茶具 1,200 x 1#杯子 240 x 2"},
         "CardInfo":{"OrderResultURL":"https://shop.example/pay/result"},
         "UnionPayInfo":{"OrderResultURL":"https://shop.example/pay/result"},
         "ATMInfo":{"ExpireDate":3},"CVSInfo":{"StoreExpireDate":10080},
         "BarcodeInfo":{"StoreExpireDate":7},
         "ConsumerInfo":{"Email":"buyer@shop.example","Phone":"0912345678"},
         "CustomField":"field 1"}
        """
            .formatted(number));
  }

  public static ObjectNode create(String number, String payToken) {
    return Bench.object(
        "{\"MerchantID\":\"3002607\",\"PayToken\":\"%s\",\"MerchantTradeNo\":\"%s\"}"
            .formatted(payToken, number));
  }

  public static ObjectNode query(String number) {
    return Bench.object(
        "{\"MerchantID\":\"3002607\",\"MerchantTradeNo\":\"%s\"}".formatted(number));
  }

  public static ObjectNode card(String token, String number) {
    return Bench.object(
        "{\"Token\":\"%s\",\"Method\":\"CARD\",\"CardNumber\":\"%s\",\"CardExpiry\":\"12/35\",\"CardCVV\":\"222\"}"
            .formatted(token, number));
  }

  public static ObjectNode method(String token, String method) {
    return Bench.object("{\"Token\":\"%s\",\"Method\":\"%s\"}".formatted(token, method));
  }

  /** Orders, fills in the form and calls CreatePayment. */
  public static Answer place(Bench bench, String number, String method) {
    var token = bench.pay(GET_TOKEN, token(number)).data().path("Token").asText();
    var form = method.length() > 10 ? card(token, method) : method(token, method);
    return bench.pay(CREATE, create(number, payToken(bench, form)));
  }

  public static String payToken(Bench bench, ObjectNode form) {
    return bench.control("POST", "/sandbox/pay-token", form.toString()).path("PayToken").asText();
  }

  /** Orders and pays by card with 3-D Secure; gives the page that leads back to the shop. */
  public static HttpResponse<String> payByCard(Bench bench, String number, String card) {
    var url = place(bench, number, card).data().path("ThreeDInfo").path("ThreeDURL").asText();
    return bench.submit(url, "code", "1234", "action", "confirm");
  }
}
