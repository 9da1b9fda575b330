package ecpay.sandbox.track;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;

/** Opens the operations of word and number tracks. */
public final class TrackRoom {
  private TrackRoom() {}

  public static void open(Router router, EcpayGate gate, Ledger ledger, SandboxClock clock) {
    gate.open(router, new GetGovInvoiceWordSetting(ledger, clock));
    gate.open(router, new AddInvoiceWordSetting(ledger, clock));
    gate.open(router, new UpdateInvoiceWordStatus(ledger, clock));
    gate.open(router, new GetInvoiceWordSetting(ledger, clock));
  }
}
