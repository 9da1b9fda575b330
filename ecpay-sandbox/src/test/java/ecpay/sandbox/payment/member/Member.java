package ecpay.sandbox.payment.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Order;

/** A member of the shop who binds cards and pays with them. */
record Member(Bench bench, String id) {
  static final String GET_TOKEN = "/Merchant/GetTokenbyBindingCard";
  static final String CREATE = "/Merchant/CreateBindCard";
  static final String PAY = "/Merchant/CreatePaymentWithCardID";
  static final String LIST = "/Merchant/GetMemberBindCard";
  static final String DELETE = "/Merchant/DeleteMemberBindCard";
  static final String AT_ONCE = "4311952222220001";

  ObjectNode order(String number) {
    var data = Bench.object("{\"MerchantID\":\"3002607\"}");
    var consumer = data.putObject("ConsumerInfo");
    consumer.put("MerchantMemberID", id).put("Email", "member@shop.example");
    data.set("OrderInfo", Order.token(number).path("OrderInfo"));
    return data;
  }

  ObjectNode binding(String number) {
    var data = order(number).put("OrderResultURL", "https://shop.example/cards/result");
    ((ObjectNode) data.path("OrderInfo")).put("TotalAmount", "100");
    return data;
  }

  Answer bind(String number, String card) {
    var token = bench.pay(GET_TOKEN, binding(number)).data().path("Token").asText();
    var form = form(token, card);
    var payToken = bench.control("POST", "/sandbox/bind-token", form).path("BindCardPayToken");
    return bench.pay(CREATE, create(payToken.asText()));
  }

  /** The filled-in form of a binding. */
  static String form(String token, String card) {
    return Order.card(token, card).without("Method").toString();
  }

  ObjectNode create(String payToken) {
    return Bench.object("{\"MerchantID\":\"3002607\"}")
        .put("BindCardPayToken", payToken)
        .put("MerchantMemberID", id);
  }

  /** The id of a card that is bound at once. */
  String bound() {
    return bind(Order.number(), AT_ONCE).data().path("BindCardID").asText();
  }

  Answer pay(String number, String cardId) {
    return bench.pay(PAY, order(number).put("BindCardID", cardId));
  }

  JsonNode cards(String number) {
    var data = Order.query(number).put("MerchantMemberID", id);
    return bench.pay(LIST, data).data().path("BindCardList");
  }

  Answer delete(String cardId) {
    return bench.pay(
        DELETE, Bench.object("{\"MerchantID\":\"3002607\"}").put("BindCardID", cardId));
  }
}
