package ecpay.sandbox.aio.action;

import ecpay.sandbox.aio.form.FormGate;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Router;

/** Opens the actions. */
public final class ActionRoom {
  private ActionRoom() {}

  public static void open(Router router, FormGate gate, Ledger ledger, SandboxClock clock) {
    gate.open(router, new DoAction(ledger, clock));
    gate.open(router, new CreditCardPeriodAction(ledger, clock));
  }
}
