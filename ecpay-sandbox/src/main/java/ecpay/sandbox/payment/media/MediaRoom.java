package ecpay.sandbox.payment.media;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;

/** Opens the statement file. */
public final class MediaRoom {
  private MediaRoom() {}

  public static void open(Router router, EcpayGate gate, Ledger ledger, SandboxClock clock) {
    gate.open(router, new QueryTradeMedia(ledger, clock));
  }
}
