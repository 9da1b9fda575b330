package ecpay.sandbox.payment;

import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.counter.Till;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.payment.card.CardRoom;
import ecpay.sandbox.payment.media.MediaRoom;
import ecpay.sandbox.payment.member.MemberRoom;
import ecpay.sandbox.wire.EcpayGate;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Router;
import java.util.function.Supplier;

/** Opens ECPG: its operations, the desk behind the embedded form, and the buyer's pages. */
public final class PaymentRoom {
  private PaymentRoom() {}

  /**
   * Opens the room.
   *
   * @param url the sandbox's own address, known once it listens
   * @return what the counter pays at
   */
  public static Till open(
      Router router,
      EcpayGate gate,
      Ledger ledger,
      Courier courier,
      Routes routes,
      Journal journal,
      SandboxClock clock,
      Supplier<String> url) {
    var settlement = new Settlement(ledger, courier, clock);
    gate.open(router, new GetTokenbyTrade(ledger, clock));
    var start = new PaymentStart(ledger, settlement, clock, url);
    gate.open(router, new CreatePayment(ledger, start, clock));
    gate.open(router, new QueryTrade(ledger));
    gate.open(router, new QueryPaymentInfo(ledger, url));
    gate.open(router, new CreditCardPeriodAction(ledger, clock));
    gate.open(router, new CreatePaymentWithCardID(ledger, start, clock));
    MemberRoom.open(router, gate, ledger, routes, journal, clock, url);
    MediaRoom.open(router, gate, ledger, clock);
    CardRoom.open(router, gate, ledger, clock);
    new PayTokenDesk(ledger, clock).open(router, journal);
    new Authentication(ledger, settlement, routes, journal).open(router);
    return new EcpgTill(ledger, settlement, clock);
  }
}
