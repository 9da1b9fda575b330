package ecpay.sandbox.invoice.delayed;

import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;

/** Opens the four operations of delayed invoices and their callback (CB-10). */
public final class DelayedRoom {
  private DelayedRoom() {}

  public static void open(
      Router router, EcpayGate gate, Ledger ledger, Courier courier, SandboxClock clock) {
    gate.open(router, new DelayIssue(ledger, clock));
    gate.open(router, new EditDelayIssue(ledger));
    gate.open(router, new TriggerIssue(ledger, clock));
    gate.open(router, new CancelDelayIssue(ledger));
    new IssueNotice(ledger, courier, clock).listen();
  }
}
