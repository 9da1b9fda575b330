package ecpay.sandbox.invoice.allowance;

import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.invoice.mail.Mails;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;

/** Opens the operations of allowances and the buyer's consent page. */
public final class AllowanceRoom {
  private AllowanceRoom() {}

  public static void open(
      Router router,
      EcpayGate gate,
      Ledger ledger,
      Mails mails,
      Courier courier,
      Journal journal,
      SandboxClock clock) {
    gate.open(router, new Allowance(ledger, mails, clock));
    gate.open(router, new AllowanceByCollegiate(ledger, mails, clock));
    gate.open(router, new AllowanceInvalid(ledger, clock));
    gate.open(router, new AllowanceInvalidByCollegiate(ledger, clock));
    gate.open(router, new GetAllowance(ledger));
    gate.open(router, new GetAllowanceInvalid(ledger));
    gate.open(router, new GetAllowanceList(ledger));
    new Consent(ledger, courier, journal, clock).open(router);
  }
}
