package ecpay.sandbox.invoice;

import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.invoice.allowance.AllowanceRoom;
import ecpay.sandbox.invoice.delayed.DelayedRoom;
import ecpay.sandbox.invoice.mail.Mails;
import ecpay.sandbox.invoice.query.QueryRoom;
import ecpay.sandbox.invoice.voiding.VoidingRoom;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;
import java.util.function.Supplier;

/** Opens the B2C e-invoice: its operations and the buyer's consent page. */
public final class InvoiceRoom {
  private InvoiceRoom() {}

  /**
   * Opens the room.
   *
   * @param url the sandbox's own address, known once it listens
   */
  public static void open(
      Router router,
      EcpayGate gate,
      Ledger ledger,
      Courier courier,
      Journal journal,
      SandboxClock clock,
      Supplier<String> url) {
    var mails = new Mails(ledger, clock, url);
    gate.open(router, new Issue(ledger, clock));
    DelayedRoom.open(router, gate, ledger, courier, clock);
    VoidingRoom.open(router, gate, ledger, clock);
    QueryRoom.open(router, gate, ledger, clock, url);
    gate.open(router, new InvoiceNotify(ledger, mails));
    AllowanceRoom.open(router, gate, ledger, mails, courier, journal, clock);
  }
}
