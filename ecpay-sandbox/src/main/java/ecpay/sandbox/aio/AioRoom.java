package ecpay.sandbox.aio;

import ecpay.sandbox.aio.action.ActionRoom;
import ecpay.sandbox.aio.checkout.CheckoutRoom;
import ecpay.sandbox.aio.file.FileRoom;
import ecpay.sandbox.aio.form.FormGate;
import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.aio.query.QueryRoom;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.counter.Till;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;
import java.util.function.Supplier;

/** Opens the hosted checkout: its operations, and the buyer's pages. */
public final class AioRoom {
  private AioRoom() {}

  /**
   * Opens the room.
   *
   * @param url the sandbox's own address, known once it listens
   * @return what the counter pays at
   */
  public static Till open(
      Router router,
      FormGate gate,
      Ledger ledger,
      Courier courier,
      Routes routes,
      Journal journal,
      SandboxClock clock,
      Supplier<String> url) {
    var settlement = new AioSettlement(ledger, courier, clock, url);
    CheckoutRoom.open(router, gate, ledger, settlement, routes, journal, clock);
    QueryRoom.open(router, gate, ledger, settlement, clock);
    ActionRoom.open(router, gate, ledger, clock);
    FileRoom.open(router, gate, ledger, clock);
    return new AioTill(ledger, settlement, clock);
  }
}
