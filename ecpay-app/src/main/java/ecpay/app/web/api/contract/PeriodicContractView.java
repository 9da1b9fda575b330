package ecpay.app.web.api.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.report.PaymentFailure;
import java.util.List;

/** A contract as the API shows it: schema {@code Contract} of the contract of the API. */
final class PeriodicContractView {
  private PeriodicContractView() {}

  static ObjectNode list(List<PeriodicContract> contracts) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    ArrayNode list = view.putArray("contracts");
    contracts.stream().map(PeriodicContractView::of).forEach(list::add);
    return view;
  }

  static ObjectNode of(PeriodicContract contract) {
    Agreement agreement = contract.agreement();
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("tradeNo", contract.tradeNo().value())
            .put("order", agreement.order().value())
            .put("channel", Words.of(agreement.channel()))
            .put("state", Words.of(contract.state()))
            .put("amount", agreement.amount().twd())
            .put("every", agreement.terms().frequency())
            .put("unit", Words.of(agreement.terms().unit()))
            .put("times", agreement.terms().times())
            .put("successes", contract.successes())
            .put("begunAt", Times.iso(agreement.begunAt()));
    contract.nextCharge().ifPresent(at -> view.put("nextChargeAt", Times.iso(at)));
    contract.pending().ifPresent(wish -> view.put("pending", Words.of(wish.action())));
    ArrayNode charges = view.putArray("charges");
    contract.charges().stream().map(PeriodicContractView::of).forEach(charges::add);
    return view;
  }

  private static ObjectNode of(Charge charge) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("turn", charge.turn() + 1)
            .put("at", Times.iso(charge.at()))
            .put("paid", charge.isCharged());
    if (!charge.ecpayTradeNo().isEmpty()) {
      view.put("ecpayTradeNo", charge.ecpayTradeNo());
    }
    switch (charge.result()) {
      case Charge.Result.Charged(int number, OrderId order) ->
          view.put("number", number).put("order", order.value());
      case Charge.Result.Failed(PaymentFailure failure) ->
          view.putObject("failure").put("code", failure.code()).put("message", failure.message());
    }
    return view;
  }
}
