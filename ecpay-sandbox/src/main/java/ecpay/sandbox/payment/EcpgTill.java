package ecpay.sandbox.payment;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.counter.Bill;
import ecpay.sandbox.counter.Till;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import java.util.List;
import java.util.Optional;

/** The counter's view of ECPG's trades. */
final class EcpgTill implements Till {
  private final Ledger ledger;
  private final Settlement settlement;
  private final SandboxClock clock;

  EcpgTill(Ledger ledger, Settlement settlement, SandboxClock clock) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
  }

  @Override
  public List<Bill> bills() {
    return ledger.trades().all().stream()
        .filter(t -> t.status() == Status.AWAITING_PAYMENT)
        .map(EcpgTill::bill)
        .toList();
  }

  private static Bill bill(Trade trade) {
    var code = PaymentCode.of(trade);
    var method = trade.choice().orElseThrow().method();
    return new Bill(
        trade.terms().merchantId(),
        trade.terms().merchantTradeNo(),
        "ECPG " + method,
        switch (method) {
          case ATM -> List.of(PaymentCode.BANK, code.account());
          case CVS -> List.of(code.storeCode());
          case BARCODE, CARD, INSTALMENT, FLEXIBLE, PERIODIC, UNIONPAY, APPLE_PAY ->
              List.of(code.barcode1(), code.barcode2(), code.barcode3());
        },
        method == PayMethod.CVS ? code.storeCode() : code.digits(),
        trade.terms().amount(),
        Optional.of(code.expiry()),
        false);
  }

  @Override
  public Optional<Receipt> act(String merchantId, String merchantTradeNo, Deed deed) {
    var trade =
        merchantId.isEmpty()
            ? ledger.trades().findAny(merchantTradeNo)
            : ledger.trades().find(merchantId, merchantTradeNo);
    return trade.map(t ->
        switch (deed) {
          case PAY -> pay(t);
          case SIMULATE -> simulate(t);
          case REFUSE -> Receipt.refused("only a BNPL application can be refused");
        });
  }

  private Receipt simulate(Trade trade) {
    if (trade.choice().isEmpty() || trade.status() == Status.PAID) {
      return refused(trade);
    }
    settlement.simulate(trade);
    return Receipt.done(trade.status().name());
  }

  private Receipt pay(Trade trade) {
    if (trade.status() != Status.AWAITING_PAYMENT) {
      return refused(trade);
    }
    if (clock.now().isAfter(PaymentCode.of(trade).expiry())) {
      return Receipt.refused("the payment code has expired");
    }
    settlement.pay(trade);
    return Receipt.done(trade.status().name());
  }

  private static Receipt refused(Trade trade) {
    return Receipt.refused("the trade is " + trade.status());
  }
}
