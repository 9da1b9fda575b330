package ecpay.sandbox.aio.file;

import ecpay.sandbox.aio.form.FormGate;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Router;

/** Opens the statement files. */
public final class FileRoom {
  private FileRoom() {}

  public static void open(Router router, FormGate gate, Ledger ledger, SandboxClock clock) {
    var counter = new FileCounter();
    gate.open(router, new TradeNoAio(ledger, counter, clock));
    gate.open(router, new FundingReconDetail(ledger, counter, clock));
  }

  /** No file: one line of text instead. */
  static Reply refused(Refusal refusal) {
    return Reply.plain(200, refusal.code() + "|" + refusal.message());
  }

  /** Called too fast (errors.md section 1). */
  static Reply tooFast() {
    return Reply.html(403, "<html><body><h1>403 Forbidden</h1></body></html>");
  }
}
