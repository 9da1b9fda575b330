package ecpay.sandbox.aio.notice;

import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioChoice;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.aio.AioTrade.Status;
import ecpay.sandbox.ledger.aio.Instalment;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardCharge;
import ecpay.sandbox.ledger.trade.CardOutcome;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** Every step of a trade after its order, and what the shop is told of it (CB-05, CB-06, CB-08). */
public final class AioSettlement {
  /** The bank refused the card. */
  public static final int CARD_REFUSED = 10200058;

  /** 3-D Secure failed or was cancelled. */
  public static final int AUTHENTICATION_FAILED = 10200043;

  /** The bank did not answer in time. */
  public static final int TIMED_OUT = 10200115;

  /** The lender refused a BNPL application. */
  public static final int BNPL_REFUSED = 10200163;

  /** The name of the later notice whenever something was paid. */
  static final String RETURN_URL = "ReturnURL";

  static final String FIRST = "交易成功";
  static final String REPEAT = "paid";

  private static final Duration UNTIL_APPROVED = Duration.ofMinutes(5);
  private static final Duration UNTIL_TOLD = Duration.ofMinutes(15);

  private final Ledger ledger;
  private final AioNotice notice;
  private final PeriodTeller periods;
  private final SandboxClock clock;
  private final Supplier<String> url;

  public AioSettlement(Ledger ledger, Courier courier, SandboxClock clock, Supplier<String> url) {
    this.ledger = ledger;
    this.notice = new AioNotice(courier);
    this.periods = new PeriodTeller(notice);
    this.clock = clock;
    this.url = url;
  }

  /** The buyer has chosen; a code is told at PaymentInfoURL at once, and so is an application. */
  public void choose(AioTrade trade, AioChoice choice) {
    var next = next(choice);
    trade.choose(choice, next, clock.now());
    if (next == Status.AWAITING_PAYMENT || next == Status.APPLIED) {
      notice.tell(trade, "PaymentInfoURL", trade.order().addresses().paymentInfoUrl(), code(trade));
    } else if (next == Status.PENDING) {
      payLate(trade);
    } else if (choice.outcome() == CardOutcome.APPROVED_WITHOUT_3D) {
      pay(trade);
    }
  }

  private static Status next(AioChoice choice) {
    if (choice.method().givesCode()) {
      return Status.AWAITING_PAYMENT;
    }
    if (choice.method() == AioMethod.BNPL) {
      return Status.APPLIED;
    }
    return choice.outcome() == CardOutcome.APPROVED_LATE ? Status.PENDING : Status.AUTHENTICATING;
  }

  public void pay(AioTrade trade) {
    book(trade, clock.now());
    tellPaid(trade);
  }

  /** Nobody hears anything for a while: the bank says yes in the end, and the shop is told late. */
  private void payLate(AioTrade trade) {
    var now = clock.now();
    var approved = now.plus(UNTIL_APPROVED);
    ledger.agenda().at(approved, () -> book(trade, approved));
    ledger.agenda().at(now.plus(UNTIL_TOLD), () -> tellPaid(trade));
  }

  private void book(AioTrade trade, LocalDateTime at) {
    trade.pay(at);
    if (isByCard(trade)) {
      var answer = ledger.authorizations().authorize(charge(trade), at);
      trade.authorized(answer);
      beginContract(trade, answer);
    }
  }

  private void tellPaid(AioTrade trade) {
    notice.tell(
        trade,
        RETURN_URL,
        trade.order().addresses().returnUrl(),
        ResultForm.of(trade, 1, FIRST, false),
        ResultForm.of(trade, 1, REPEAT, false));
  }

  private void beginContract(AioTrade trade, Authorization first) {
    trade
        .order()
        .card()
        .period()
        .ifPresent(terms ->
            trade.under(
                ledger
                    .contracts()
                    .begin(
                        terms,
                        first,
                        (contract, charge) -> periods.tell(trade, contract, charge))));
  }

  public void fail(AioTrade trade, int code) {
    trade.fail(code);
    if (isByCard(trade)) {
      trade.authorized(ledger.authorizations().refuse(charge(trade), clock.now()));
    }
    tellResult(trade);
  }

  /** The lender refuses a BNPL application. */
  public void refuse(AioTrade trade) {
    trade.refuse(BNPL_REFUSED);
    tellResult(trade);
  }

  private void tellResult(AioTrade trade) {
    notice.tell(trade, RETURN_URL, trade.order().addresses().returnUrl(), result(trade));
  }

  /** Tells of a payment simulated in the back office; the trade itself stays unpaid. */
  public void simulate(AioTrade trade) {
    notice.tell(
        trade,
        RETURN_URL,
        trade.order().addresses().returnUrl(),
        ResultForm.of(trade, 1, FIRST, true),
        ResultForm.of(trade, 1, REPEAT, true));
  }

  /** What the browser carries to OrderResultURL. */
  public SignedForm result(AioTrade trade) {
    var code = trade.failureCode();
    return ResultForm.of(trade, code == 0 ? 1 : code, code == 0 ? FIRST : words(code), false);
  }

  private static String words(int code) {
    return switch (code) {
      case CARD_REFUSED -> "Card refused by the issuing bank.";
      case TIMED_OUT -> "Card authorization timed out.";
      case BNPL_REFUSED -> "BNPL application refused.";
      case AUTHENTICATION_FAILED -> "3-D Secure failed.";
      default -> "Payment failed.";
    };
  }

  /** What the browser carries to ClientRedirectURL, and QueryPaymentInfo answers. */
  public SignedForm code(AioTrade trade) {
    return CodeForm.of(trade, url.get());
  }

  private static boolean isByCard(AioTrade trade) {
    return trade.choice().filter(c -> c.method().isCard()).isPresent();
  }

  private static CardCharge charge(AioTrade trade) {
    var order = trade.order();
    var choice = trade.choice().orElseThrow();
    return new CardCharge(
        order.merchantId(),
        order.merchantTradeNo(),
        trade.tradeNo(),
        order.amount(),
        Instalment.of(order.amount(), choice.instalment()).count(),
        choice.bonus(),
        choice.unionPay());
  }
}
