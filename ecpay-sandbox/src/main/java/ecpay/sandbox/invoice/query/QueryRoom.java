package ecpay.sandbox.invoice.query;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Router;
import java.util.function.Supplier;

/** Opens the queries about invoices and the pages that show them on paper. */
public final class QueryRoom {
  private QueryRoom() {}

  /**
   * Opens the room.
   *
   * @param url the sandbox's own address, known once it listens
   */
  public static void open(
      Router router, EcpayGate gate, Ledger ledger, SandboxClock clock, Supplier<String> url) {
    var prints = new Prints(ledger, clock);
    gate.open(router, new GetIssue(ledger, clock));
    gate.open(router, new GetIssueList(ledger, clock));
    gate.open(router, new GetInvalid(ledger));
    gate.open(router, new InvoicePrint(ledger, prints, url));
    prints.open(router);
  }
}
