package ecpay.sandbox.invoice.voiding;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;

/** Opens Invalid and VoidWithReIssue. */
public final class VoidingRoom {
  private VoidingRoom() {}

  public static void open(Router router, EcpayGate gate, Ledger ledger, SandboxClock clock) {
    gate.open(router, new Invalid(ledger, clock));
    gate.open(router, new VoidWithReIssue(ledger, clock));
  }
}
