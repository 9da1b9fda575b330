package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code /sandbox/settings}: what this ECPay does otherwise when a tester wants it so. */
final class SettingsControl {
  private static final List<String> NAMES =
      List.of(
          "uploads",
          "plainIssueList",
          "bothTaxKinds",
          "chineseCardStates",
          "periodInOrderInfo",
          "oneFilePerMinute",
          "mediaCellsAsFormula");

  private final Ledger ledger;
  private final SandboxClock clock;

  SettingsControl(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/settings", Query.handler(() -> ledger.act(this::state)));
    router.on(
        "POST", "/sandbox/settings", Body.handler(NAMES, body -> ledger.act(() -> change(body))));
  }

  /** Names that are not sent stay as they are. */
  private ObjectNode change(Body body) {
    var uploads = body.flag("uploads", !ledger.uploads().isHeld());
    var plain = body.flag("plainIssueList", ledger.switches().plainIssueList());
    var bothTaxKinds = body.flag("bothTaxKinds", ledger.switches().bothTaxKinds());
    var chinese = body.flag("chineseCardStates", ledger.switches().chineseCardStates());
    var period = body.flag("periodInOrderInfo", ledger.switches().periodInOrderInfo());
    var oneFile = body.flag("oneFilePerMinute", ledger.switches().oneFilePerMinute());
    var formula = body.flag("mediaCellsAsFormula", ledger.switches().mediaCellsAsFormula());
    ledger.uploads().hold(!uploads, clock.now());
    ledger.switches().plainIssueList(plain);
    ledger.switches().bothTaxKinds(bothTaxKinds);
    ledger.switches().chineseCardStates(chinese);
    ledger.switches().periodInOrderInfo(period);
    ledger.switches().oneFilePerMinute(oneFile);
    ledger.switches().mediaCellsAsFormula(formula);
    return state();
  }

  private ObjectNode state() {
    return Json.object()
        .put("uploads", !ledger.uploads().isHeld())
        .put("plainIssueList", ledger.switches().plainIssueList())
        .put("bothTaxKinds", ledger.switches().bothTaxKinds())
        .put("chineseCardStates", ledger.switches().chineseCardStates())
        .put("periodInOrderInfo", ledger.switches().periodInOrderInfo())
        .put("oneFilePerMinute", ledger.switches().oneFilePerMinute())
        .put("mediaCellsAsFormula", ledger.switches().mediaCellsAsFormula());
  }
}
