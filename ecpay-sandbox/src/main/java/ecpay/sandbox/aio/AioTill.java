package ecpay.sandbox.aio;

import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.aio.notice.Banks;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.counter.Bill;
import ecpay.sandbox.counter.Till;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioCode;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.aio.AioTrade.Status;
import java.util.List;
import java.util.Optional;

/** The counter's view of the hosted checkout's trades. */
final class AioTill implements Till {
  private final Ledger ledger;
  private final AioSettlement settlement;
  private final SandboxClock clock;

  AioTill(Ledger ledger, AioSettlement settlement, SandboxClock clock) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
  }

  @Override
  public List<Bill> bills() {
    return ledger.aioTrades().all().stream()
        .filter(t -> t.status() == Status.AWAITING_PAYMENT || t.status() == Status.APPLIED)
        .map(AioTill::bill)
        .toList();
  }

  private static Bill bill(AioTrade trade) {
    var choice = trade.choice().orElseThrow();
    return new Bill(
        trade.order().merchantId(),
        trade.order().merchantTradeNo(),
        "AIO " + choice.paymentType(),
        trade
            .code()
            .map(code ->
                switch (choice.method()) {
                  case ATM -> List.of(Banks.code(choice.brand()), code.account());
                  case CVS -> List.of(code.storeCode());
                  case BARCODE, CREDIT, WEB_ATM, APPLE_PAY, TWQR, BNPL, WEIXIN, DIGITAL_PAYMENT ->
                      List.of(code.barcode1(), code.barcode2(), code.barcode3());
                })
            .orElse(List.of()),
        trade.code().map(code -> key(choice.method(), code)).orElse(""),
        trade.order().amount(),
        trade.code().map(code -> code.expiry()),
        trade.status() == Status.APPLIED);
  }

  private static String key(AioMethod method, AioCode code) {
    return method == AioMethod.CVS ? code.storeCode() : code.account();
  }

  @Override
  public Optional<Receipt> act(String merchantId, String merchantTradeNo, Deed deed) {
    var trade =
        merchantId.isEmpty()
            ? ledger.aioTrades().findAny(merchantTradeNo)
            : ledger.aioTrades().find(merchantId, merchantTradeNo);
    return trade.map(t ->
        switch (deed) {
          case PAY -> pay(t);
          case SIMULATE -> simulate(t);
          case REFUSE -> refuse(t);
        });
  }

  private Receipt pay(AioTrade trade) {
    if (trade.status() != Status.AWAITING_PAYMENT && trade.status() != Status.APPLIED) {
      return refused(trade);
    }
    if (trade.code().filter(code -> code.isExpired(clock.now())).isPresent()) {
      return Receipt.refused("the payment code has expired");
    }
    settlement.pay(trade);
    return Receipt.done(trade.status().name());
  }

  private Receipt simulate(AioTrade trade) {
    if (trade.choice().isEmpty() || trade.status() == Status.PAID) {
      return refused(trade);
    }
    settlement.simulate(trade);
    return Receipt.done(trade.status().name());
  }

  private Receipt refuse(AioTrade trade) {
    if (trade.status() != Status.APPLIED) {
      return Receipt.refused("only a BNPL application can be refused");
    }
    settlement.refuse(trade);
    return Receipt.done(trade.status().name());
  }

  private static Receipt refused(AioTrade trade) {
    return Receipt.refused("the trade is " + trade.status());
  }
}
