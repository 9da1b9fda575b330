package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.callback.Notice;
import ecpay.sandbox.callback.Notice.Message;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.card.CardCharge;
import ecpay.sandbox.ledger.member.BoundCard;
import ecpay.sandbox.ledger.period.PeriodCharge;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.wire.Envelope;
import ecpay.sandbox.wire.Json;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/** The end of a trade: it is paid or failed, and the shop is told at ReturnURL (CB-01). */
final class Settlement {
  private static final Duration UNTIL_APPROVED = Duration.ofMinutes(5);
  private static final Duration UNTIL_TOLD = Duration.ofMinutes(15);

  private static final String FIRST = "交易成功";
  private static final String REPEAT = "paid";
  private static final String REFUSED = "Card refused by the issuing bank.";

  private final Ledger ledger;
  private final Courier courier;
  private final SandboxClock clock;

  Settlement(Ledger ledger, Courier courier, SandboxClock clock) {
    this.ledger = ledger;
    this.courier = courier;
    this.clock = clock;
  }

  void pay(Trade trade) {
    book(trade, clock.now());
    tellPaid(trade);
  }

  /** Nobody hears anything for a while: the bank says yes in the end, and the shop is told late. */
  void payLate(Trade trade) {
    var now = clock.now();
    var approved = now.plus(UNTIL_APPROVED);
    ledger.agenda().at(approved, () -> book(trade, approved));
    ledger.agenda().at(now.plus(UNTIL_TOLD), () -> tellPaid(trade));
  }

  private void book(Trade trade, LocalDateTime at) {
    trade.pay(at);
    if (!trade.isByCard()) {
      return;
    }
    var authorization = ledger.authorizations().authorize(charge(trade), at);
    trade.authorized(authorization);
    trade
        .terms()
        .cards()
        .period()
        .ifPresent(terms ->
            trade.under(
                ledger
                    .contracts()
                    .begin(terms, authorization, (_, charge) -> tellCharge(trade, charge))));
    var choice = trade.choice().orElseThrow();
    if (choice.remember()) {
      remember(trade, choice, at);
    }
  }

  private void remember(Trade trade, PayChoice choice, LocalDateTime at) {
    var terms = trade.terms();
    ledger
        .boundCards()
        .add(
            new BoundCard(
                RandomIds.next(),
                terms.merchantId(),
                terms.memberId(),
                terms.merchantTradeNo(),
                choice.card6(),
                choice.card4(),
                choice.outcome(),
                at));
  }

  /** The second and later charges of a contract go to PeriodReturnURL (CB-03, R-PAY-17). */
  private void tellCharge(Trade trade, PeriodCharge charge) {
    var url = trade.terms().cards().period().orElseThrow().returnUrl();
    if (charge.isDone()) {
      var first = TradeLayout.charge(trade, charge, 1, FIRST);
      tell(trade, "PeriodReturnURL", url, first, first.deepCopy().put("RtnMsg", REPEAT));
    } else {
      var refused = TradeLayout.charge(trade, charge, Codes.CARD_REFUSED, REFUSED);
      tell(trade, "PeriodReturnURL", url, refused, refused);
    }
  }

  private void tellPaid(Trade trade) {
    var first = TradeLayout.full(trade, 1, FIRST);
    var repeat = TradeLayout.full(trade, 1, REPEAT);
    tell(trade, first, repeat);
  }

  void fail(Trade trade, int code) {
    trade.fail(code);
    trade.authorized(ledger.authorizations().refuse(charge(trade), clock.now()));
    var data = result(trade);
    tell(trade, data, data);
  }

  private static CardCharge charge(Trade trade) {
    var choice = trade.choice().orElseThrow();
    return new CardCharge(
        trade.terms().merchantId(),
        trade.terms().merchantTradeNo(),
        trade.tradeNo(),
        trade.amount(),
        choice.instalments(),
        choice.bonus(),
        choice.method() == PayMethod.UNIONPAY);
  }

  /** Tells of a payment simulated in the back office; the trade itself stays unpaid. */
  void simulate(Trade trade) {
    var data = TradeLayout.full(trade, 1, FIRST, Status.AWAITING_PAYMENT).put("SimulatePaid", 1);
    tell(trade, data, data.deepCopy().put("RtnMsg", REPEAT));
  }

  /** The envelope that goes to OrderResultURL with the buyer's browser (CB-02). */
  String resultData(Trade trade) {
    return Json.write(sealed(trade, result(trade)));
  }

  /** What ECPay says of a trade that was paid or failed. */
  static ObjectNode result(Trade trade) {
    return switch (trade.failureCode()) {
      case 0 -> TradeLayout.full(trade, 1, FIRST);
      case Codes.CARD_REFUSED -> TradeLayout.full(trade, Codes.CARD_REFUSED, REFUSED);
      case Codes.CARD_TIMED_OUT ->
          TradeLayout.full(trade, Codes.CARD_TIMED_OUT, "Card authorization timed out.");
      default -> TradeLayout.full(trade, trade.failureCode(), "3-D Secure failed.");
    };
  }

  private void tell(Trade trade, ObjectNode first, ObjectNode repeat) {
    tell(trade, "ReturnURL", trade.terms().returnUrl(), first, repeat);
  }

  private void tell(Trade trade, String name, String url, ObjectNode first, ObjectNode repeat) {
    courier.post(
        new Notice(
            name,
            url,
            again -> {
              var data = again ? repeat : first;
              var envelope = sealed(trade, data);
              return new Message(
                  "application/json", Json.write(envelope), data, Optional.of(envelope));
            }));
  }

  private ObjectNode sealed(Trade trade, ObjectNode data) {
    var terms = trade.terms();
    return Envelope.sealed(terms.signer(), terms.signer().id(), "", clock.seconds(), data);
  }
}
