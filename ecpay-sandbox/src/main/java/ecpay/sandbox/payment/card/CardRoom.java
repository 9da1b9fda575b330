package ecpay.sandbox.payment.card;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;

/** Opens capture and refund of cards. */
public final class CardRoom {
  private CardRoom() {}

  public static void open(Router router, EcpayGate gate, Ledger ledger, SandboxClock clock) {
    gate.open(router, new DoAction(ledger, clock));
    gate.open(router, new CreditDetailQueryTrade(ledger));
  }
}
