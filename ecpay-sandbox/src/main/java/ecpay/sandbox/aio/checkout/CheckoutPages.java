package ecpay.sandbox.aio.checkout;

import ecpay.sandbox.aio.notice.AioSettlement;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioChoice;
import ecpay.sandbox.ledger.aio.AioMethod;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.pages.Html;
import ecpay.sandbox.pages.ThreeDSecure;
import ecpay.sandbox.payment.form.FormRefused;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;

/**
 * {@code /aio/{page}}: the buyer's page of one trade. What it shows, and what a post to it does,
 * depends on where the trade stands.
 */
final class CheckoutPages {
  static final String PATH = "/aio/";

  /** After so many wrong codes the authentication has failed. */
  private static final int TRIES = 3;

  /** A payment at a bank or wallet was not made: the trade is not established (D-32). */
  private static final int NOT_ESTABLISHED = 10200095;

  private final Ledger ledger;
  private final AioSettlement settlement;
  private final CardForm cards;
  private final AfterPages after;
  private final Routes routes;
  private final Journal journal;

  CheckoutPages(
      Ledger ledger,
      AioSettlement settlement,
      CardForm cards,
      AfterPages after,
      Routes routes,
      Journal journal) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.cards = cards;
    this.after = after;
    this.routes = routes;
    this.journal = journal;
  }

  void open(Router router) {
    router.under("GET", PATH, request -> ledger.act(() -> show(request)));
    router.under("POST", PATH, request -> ledger.act(() -> decide(request)));
  }

  private Reply show(Request request) {
    return ledger
        .aioTrades()
        .withPage(request.after(PATH))
        .map(trade -> page(trade, ""))
        .orElseGet(CheckoutPages::unknown);
  }

  private Reply decide(Request request) {
    var found = ledger.aioTrades().withPage(request.after(PATH));
    if (found.isEmpty()) {
      return unknown();
    }
    var trade = found.get();
    var entry = journal.open(Journal.Direction.IN, "Checkout page");
    var warning =
        switch (trade.status()) {
          case CREATED -> choose(trade, request);
          case AUTHENTICATING -> authenticate(trade, request);
          case AWAITING_PAYMENT, APPLIED, PENDING, PAID, FAILED, REFUSED -> "";
        };
    entry.note(trade.order().merchantTradeNo() + " is " + trade.status()).write(200);
    return page(trade, warning);
  }

  private Reply page(AioTrade trade, String warning) {
    return switch (trade.status()) {
      case CREATED -> ChoosePage.of(trade, warning, routes);
      case AUTHENTICATING -> authentication(trade, warning);
      case AWAITING_PAYMENT -> after.code(trade);
      case APPLIED -> after.applied(trade);
      case PENDING -> after.pending(trade);
      case PAID, FAILED, REFUSED -> after.result(trade);
    };
  }

  /** Takes the choice, or gives the warning with which the page is shown again. */
  private String choose(AioTrade trade, Request request) {
    var method =
        AioMethod.named(request.form("method").orElse(""))
            .filter(m -> trade.order().methods().contains(m));
    if (method.isEmpty()) {
      return "請選擇付款方式。 Please choose how to pay.";
    }
    AioChoice choice;
    try {
      choice =
          method.get() == AioMethod.CREDIT
              ? cards.choice(trade.order(), request)
              : AioChoice.of(method.get(), brand(trade, method.get(), request));
    } catch (FormRefused e) {
      return "卡片資料有誤: " + e.reason() + ".";
    }
    settlement.choose(trade, choice);
    return "";
  }

  private static String brand(AioTrade trade, AioMethod method, Request request) {
    if (method.brands().contains(trade.order().brand())) {
      return trade.order().brand();
    }
    return request
        .form("brand")
        .filter(method.brands()::contains)
        .orElseGet(() -> method.brands().stream().findFirst().orElse(""));
  }

  private static boolean asksForCode(AioTrade trade) {
    return trade.choice().filter(c -> c.method() == AioMethod.CREDIT && !c.unionPay()).isPresent();
  }

  private String authenticate(AioTrade trade, Request request) {
    var byCard = trade.choice().orElseThrow().method().isCard();
    var failure = byCard ? AioSettlement.AUTHENTICATION_FAILED : NOT_ESTABLISHED;
    if (request.form("action").orElse("").equals("cancel")) {
      settlement.fail(trade, failure);
      return "";
    }
    if (asksForCode(trade) && !ThreeDSecure.isRight(request)) {
      if (trade.countWrongCode() < TRIES) {
        return ThreeDSecure.WRONG;
      }
      settlement.fail(trade, failure);
      return "";
    }
    switch (trade.choice().orElseThrow().outcome()) {
      case APPROVED, APPROVED_WITHOUT_3D, APPROVED_LATE -> settlement.pay(trade);
      case REFUSED -> settlement.fail(trade, AioSettlement.CARD_REFUSED);
      case AUTHENTICATION_FAILED -> settlement.fail(trade, failure);
      case TIMED_OUT -> settlement.fail(trade, AioSettlement.TIMED_OUT);
    }
    return "";
  }

  private static Reply authentication(AioTrade trade, String warning) {
    if (asksForCode(trade)) {
      return ThreeDSecure.page(Parts.facts(trade), warning);
    }
    var choice = trade.choice().orElseThrow();
    return Html.page(
        200,
        "模擬付款 " + (choice.unionPay() ? "銀聯卡 UnionPay" : choice.method().title()),
        Parts.facts(trade)
            + """
            <p class="warning">請勿輸入真實資料。 Never use real data.</p>
            <form method="post"><button name="action" value="confirm">付款 Pay</button>
            <button class="quiet" name="action" value="cancel">取消 Cancel</button></form>
            """);
  }

  private static Reply unknown() {
    return Html.page(404, "找不到頁面 Not found", "<p>這個付款頁面不存在。 There is no such payment.</p>");
  }
}
