package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.Misprints.Misprint;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Router;

/** {@code /sandbox/statements}: what TradeNoAio and QueryTradeMedia say wrongly of a trade. */
final class StatementControl {
  private final Ledger ledger;

  StatementControl(Ledger ledger) {
    this.ledger = ledger;
  }

  void open(Router router) {
    router.on("POST", "/sandbox/statements", Body.handler(body -> ledger.act(() -> put(body))));
    router.on(
        "DELETE",
        "/sandbox/statements",
        _ -> {
          ledger.act(() -> {
            ledger.misprints().clear();
            return true;
          });
          return Reply.json(200, Json.object());
        });
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
