package ecpay.sandbox.aio.checkout;

import ecpay.sandbox.aio.form.FormGate;
import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;

/** Opens AioCheckOut and the buyer's pages. */
public final class CheckoutRoom {
  private CheckoutRoom() {}

  public static void open(
      Router router,
      FormGate gate,
      Ledger ledger,
      AioSettlement settlement,
      Routes routes,
      Journal journal,
      SandboxClock clock) {
    gate.open(router, new AioCheckOut(ledger, routes, clock));
    var after = new AfterPages(settlement, routes);
    new CheckoutPages(ledger, settlement, new CardForm(clock), after, routes, journal).open(router);
  }
}
