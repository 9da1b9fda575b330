package ecpay.sandbox.counter;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** Opens the counter's page and its control call. */
public final class CounterRoom {
  private CounterRoom() {}

  /**
   * Opens the room.
   *
   * @param tills the ways to pay, asked in this order
   */
  public static void open(Router router, Ledger ledger, List<Till> tills, SandboxClock clock) {
    new PayHook(ledger, tills).open(router);
    new CounterPage(ledger, tills, clock).open(router);
  }
}
