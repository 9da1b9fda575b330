package ecpay.sandbox.aio.query;

import ecpay.sandbox.aio.form.FormGate;
import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Router;

/** Opens the queries. */
public final class QueryRoom {
  private QueryRoom() {}

  public static void open(
      Router router, FormGate gate, Ledger ledger, AioSettlement settlement, SandboxClock clock) {
    gate.open(router, new QueryTradeInfo(ledger, clock));
    gate.open(router, new QueryPaymentInfo(ledger, settlement, clock));
    gate.open(router, new QueryCreditCardPeriodInfo(ledger, clock));
    gate.open(router, new CreditDetailQueryTrade(ledger));
  }
}
