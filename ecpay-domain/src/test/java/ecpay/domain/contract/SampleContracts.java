package ecpay.domain.contract;

import ecpay.domain.Samples;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.offer.PeriodicTerms.Unit;
import ecpay.domain.world.ecpay.ScriptedContracts;
import java.time.Instant;

/** Contracts that have just begun, and reports about them. */
final class SampleContracts {
  private SampleContracts() {}

  static PeriodicContract monthly(int times) {
    return begun(new PeriodicTerms(Unit.MONTH, 1, times), Samples.NOW);
  }

  static PeriodicContract begun(PeriodicTerms terms, Instant at) {
    return PeriodicContract.begin(
        new Agreement(
            Samples.SHOP,
            new MerchantTradeNo("TRADE0001"),
            Samples.ORDER,
            new PaymentId("PAYMENT0001"),
            terms,
            Channel.EMBEDDED,
            ScriptedContracts.AMOUNT,
            at),
        1,
        "EC1");
  }

  /** On its day; Gwsr and TradeNo differ from turn to turn. */
  static ChargeReport charge(PeriodicContract contract, boolean done, int successes, int turn) {
    return ScriptedContracts.report(
        contract.tradeNo(),
        done,
        successes,
        100L + turn,
        "EC" + (100 + turn),
        contract.agreement().expected(turn),
        ScriptedContracts.AMOUNT,
        false);
  }
}
