package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code POST /sandbox/contracts}: lets the bank refuse the coming charges of a contract. */
final class ContractControl {
  private static final int MOST_REFUSALS = 999;

  private final Ledger ledger;

  ContractControl(Ledger ledger) {
    this.ledger = ledger;
  }

  void open(Router router) {
    router.on(
        "POST",
        "/sandbox/contracts",
        Body.handler(
            List.of("merchantId", "merchantTradeNo", "refuseNext"),
            body -> ledger.act(() -> change(body))));
  }

  private ObjectNode change(Body body) {
    var merchantId = body.text("merchantId").orElse("3002607");
    var contract =
        ledger
            .contracts()
            .find(merchantId, body.text("merchantTradeNo").orElse(""))
            .orElseThrow(() -> new IllegalArgumentException("merchantTradeNo has no contract"));
    var times = body.small("refuseNext", contract.refusalsToCome());
    if (times < 0 || times > MOST_REFUSALS) {
      throw new IllegalArgumentException("refuseNext must be from 0 to 999");
    }
    contract.refuseNext(times);
    return fact(contract);
  }

  /** Every contract, for the ledger's page. */
  static void list(ArrayNode list, Ledger ledger) {
    ledger.contracts().all().forEach(c -> list.add(fact(c)));
  }

  private static ObjectNode fact(Contract contract) {
    var first = contract.first().authorization().charge();
    var terms = contract.terms();
    var fact =
        Json.object()
            .put("merchantId", first.merchantId())
            .put("merchantTradeNo", first.merchantTradeNo())
            .put("amount", terms.amount())
            .put("periodType", terms.type().name())
            .put("frequency", terms.frequency())
            .put("execTimes", terms.execTimes())
            .put("status", contract.status().name())
            .put("due", contract.due().map(d -> d.format(Formats.PAYMENT_TIME)).orElse(""))
            .put("successTimes", contract.successTimes())
            .put("successAmount", contract.successAmount())
            .put("refusalsToCome", contract.refusalsToCome());
    var charges = fact.putArray("charges");
    for (var charge : contract.charges()) {
      charges
          .addObject()
          .put("number", charge.number())
          .put("tradeNo", charge.authorization().charge().tradeNo())
          .put("at", charge.authorization().authorizedAt().format(Formats.PAYMENT_TIME))
          .put("done", charge.isDone());
    }
    return fact;
  }
}
