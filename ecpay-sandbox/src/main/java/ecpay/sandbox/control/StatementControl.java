package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.Misprints.Misprint;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/statements}: what TradeNoAio and QueryTradeMedia say wrongly of a trade. */
final class StatementControl {
  private final Ledger ledger;

  StatementControl(Ledger ledger) {
    this.ledger = ledger;
  }

  void open(Router router) {
    router.on(
        "POST",
        "/sandbox/statements",
        Body.handler(
            List.of("merchantTradeNo", "amount", "fee", "leftOut"),
            body -> ledger.act(() -> put(body))));
    router.on(
        "DELETE",
        "/sandbox/statements",
        Query.handler(() ->
            ledger.act(() -> {
              ledger.misprints().clear();
              return Json.object();
            })));
  }

  private ObjectNode put(Body body) {
    var tradeNo =
        body.text("merchantTradeNo")
            .orElseThrow(() -> new IllegalArgumentException("merchantTradeNo is missing"));
    ledger
        .misprints()
        .put(
            tradeNo,
            new Misprint(body.text("amount"), body.text("fee"), body.flag("leftOut", false)));
    return Json.object().put("merchantTradeNo", tradeNo);
  }
}
