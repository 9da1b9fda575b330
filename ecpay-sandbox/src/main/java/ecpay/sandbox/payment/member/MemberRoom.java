package ecpay.sandbox.payment.member;

import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;
import java.util.function.Supplier;

/** Opens the binding of cards. */
public final class MemberRoom {
  private MemberRoom() {}

  /**
   * Opens the room.
   *
   * @param url the sandbox's own address, known once it listens
   */
  public static void open(
      Router router,
      EcpayGate gate,
      Ledger ledger,
      Routes routes,
      Journal journal,
      SandboxClock clock,
      Supplier<String> url) {
    var binder = new Binder(ledger, clock);
    gate.open(router, new GetTokenbyBindingCard(ledger, clock));
    gate.open(router, new CreateBindCard(ledger, binder, clock, url));
    gate.open(router, new GetMemberBindCard(ledger));
    gate.open(router, new DeleteMemberBindCard(ledger));
    gate.open(router, new GetTokenbyUser(ledger, clock));
    new BindDesk(ledger, clock).open(router, journal);
    new BindPage(ledger, binder, routes).open(router);
    new MemberPage(ledger, clock).open(router);
  }
}
