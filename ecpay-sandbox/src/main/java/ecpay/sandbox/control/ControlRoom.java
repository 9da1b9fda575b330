package ecpay.sandbox.control;

import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.check.TaxAuthority;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Faults;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;

/** Opens the control API and the pages for people. Loopback only: it knows no password. */
public final class ControlRoom {
  private ControlRoom() {}

  public static void open(
      Router router,
      Ledger ledger,
      Faults faults,
      Courier courier,
      Journal journal,
      TaxAuthority authority,
      SandboxClock clock) {
    new LedgerView(ledger, clock).open(router);
    new JournalView(journal).open(router);
    new FaultControl(faults).open(router);
    new CallbackControl(courier).open(router);
    new ClockControl(clock, ledger).open(router);
    new SettingsControl(ledger, clock).open(router);
    new TrackControl(ledger, clock).open(router);
    new CardControl(ledger, clock).open(router);
    new ContractControl(ledger).open(router);
    new MemberControl(ledger).open(router);
    new StatementControl(ledger).open(router);
    new CheckControl(authority).open(router);
    new Mailbox(ledger).open(router);
    StartPage.open(router);
  }
}
