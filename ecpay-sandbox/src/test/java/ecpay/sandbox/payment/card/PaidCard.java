package ecpay.sandbox.payment.card;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Order;

/** A paid card and what its merchant does with it. */
record PaidCard(Bench bench, String number, String tradeNo) {
  static final long AMOUNT = 1680;
  static final String DO_ACTION = "/1.0.0/Credit/DoAction";
  static final String DETAIL = "/1.0.0/CreditDetail/QueryTrade";

  /** Paid at once, at the sandbox's present. */
  static PaidCard now(Bench bench) {
    var number = Order.number();
    var answer = Order.place(bench, number, "4311952222220001");
    return new PaidCard(bench, number, answer.data().at("/OrderInfo/TradeNo").asText());
  }

  static PaidCard at(Bench bench, String time) {
    bench.taipei(time);
    return now(bench);
  }

  Answer act(String action, long amount) {
    return bench.pay(
        DO_ACTION,
        Order.query(number)
            .put("TradeNo", tradeNo)
            .put("Action", action)
            .put("TotalAmount", amount));
  }

  /** The word that DoAction answers: Success, or the error. */
  String word(String action, long amount) {
    return act(action, amount).rtnMsg();
  }

  /** The whole answer of CreditDetail/QueryTrade. */
  JsonNode detail() {
    return bench.pay(DETAIL, Order.query(number)).data();
  }

  String status() {
    return detail().at("/RtnValue/Status").asText();
  }
}
