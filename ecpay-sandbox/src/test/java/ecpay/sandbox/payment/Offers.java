package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Order;

/** Orders beyond the plain one. */
final class Offers {
  static final String AT_ONCE = "4311952222220001";

  private Offers() {}

  /** A list of methods, with words put into CardInfo. */
  static ObjectNode listed(String number, String list, String cardInfo) {
    var data = Order.token(number).put("ChoosePaymentList", list);
    ((ObjectNode) data.path("CardInfo")).setAll(Bench.object(cardInfo));
    return data;
  }

  static ObjectNode periodic(String number, String type, int frequency, int times) {
    var data = Order.token(number).put("PaymentUIType", 0);
    data.remove("ChoosePaymentList");
    ((ObjectNode) data.path("CardInfo"))
        .put("PeriodAmount", 1680)
        .put("PeriodType", type)
        .put("Frequency", frequency)
        .put("ExecTimes", times)
        .put("PeriodReturnURL", "https://shop.example/callbacks/period");
    return data;
  }

  /** Fills in the form, with words put into it, and calls CreatePayment. */
  static Answer pay(Bench bench, ObjectNode data, String method, String words) {
    var number = data.at("/OrderInfo/MerchantTradeNo").asText();
    var token = bench.pay(Order.GET_TOKEN, data).data().path("Token").asText();
    var form = Order.card(token, AT_ONCE).put("Method", method);
    form.setAll(Bench.object(words));
    return bench.pay(Order.CREATE, Order.create(number, Order.payToken(bench, form)));
  }
}
