package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.payment.form.CardEntry;
import ecpay.sandbox.payment.form.FormRefused;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.time.YearMonth;
import java.util.Map;

/**
 * What stands behind the embedded form: it offers the methods of a token and turns a filled-in form
 * into a PayToken. The shop's page calls it from another origin; a card number ends here.
 */
final class PayTokenDesk {
  private static final Map<String, String> CORS =
      Map.of(
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Allow-Methods", "GET, POST",
          "Access-Control-Allow-Headers", "Content-Type",
          "Access-Control-Allow-Private-Network", "true");

  private final Ledger ledger;
  private final Journal journal;
  private final SandboxClock clock;

  PayTokenDesk(Ledger ledger, Journal journal, SandboxClock clock) {
    this.ledger = ledger;
    this.journal = journal;
    this.clock = clock;
  }

  void open(Router router) {
    router.on("GET", "/sandbox/pay-form", request -> answer("PayForm", request));
    router.on("POST", "/sandbox/pay-token", request -> answer("PayToken", request));
    for (var path : new String[] {"/sandbox/pay-form", "/sandbox/pay-token"}) {
      router.on("OPTIONS", path, _ -> Reply.of(204, "text/plain", "", CORS));
    }
  }

  private Reply answer(String name, Request request) {
    var entry = journal.open(Journal.Direction.IN, name).url(request.path());
    try {
      var body = name.equals("PayForm") ? form(request) : payToken(request, entry);
      entry.answerData(body).write(200);
      return reply(200, body);
    } catch (FormRefused e) {
      entry.note(e.reason()).write(400);
      return reply(400, Json.object().put("error", e.reason()));
    }
  }

  private static Reply reply(int status, ObjectNode body) {
    return Reply.of(status, "application/json; charset=utf-8", Json.write(body), CORS);
  }

  private ObjectNode form(Request request) throws FormRefused {
    var trade = live(request.parameter("token").orElse(""));
    var methods = Json.array();
    trade.terms().methods().stream().sorted().forEach(m -> methods.add(m.name()));
    var offer =
        Json.object()
            .put("MerchantTradeNo", trade.terms().merchantTradeNo())
            .put("ItemName", trade.terms().itemName())
            .put("TotalAmount", trade.terms().amount());
    offer.set("Methods", methods);
    return offer;
  }

  private ObjectNode payToken(Request request, Journal.Entry entry) throws FormRefused {
    var form =
        Json.readObject(request.text())
            .orElseThrow(() -> new FormRefused("the form must be a JSON object"));
    var trade = live(form.path("Token").asText(""));
    var method =
        PayMethod.named(form.path("Method").asText(""))
            .filter(m -> trade.terms().methods().contains(m))
            .orElseThrow(() -> new FormRefused("this Method is not offered"));
    var choice = method == PayMethod.CARD ? card(form) : PayChoice.without(method);
    entry.requestData(
        Json.object()
            .put("Token", trade.token())
            .put("Method", method.name())
            .put("Card6No", choice.card6())
            .put("Card4No", choice.card4()));
    var payToken = RandomIds.next();
    ledger.act(() -> {
      ledger.trades().offer(payToken, trade, choice);
      return payToken;
    });
    return Json.object().put("PayToken", payToken);
  }

  private Trade live(String token) throws FormRefused {
    var trade =
        ledger
            .act(() -> ledger.trades().withToken(token))
            .orElseThrow(() -> new FormRefused("Token is unknown"));
    if (trade.isExpired(clock.instant())) {
      throw new FormRefused("Token has expired, 10 minutes after GetTokenbyTrade");
    }
    if (ledger.act(trade::status) != Status.TOKEN_GIVEN) {
      throw new FormRefused("Token was used");
    }
    return trade;
  }

  private PayChoice card(ObjectNode form) throws FormRefused {
    var card = CardEntry.read(form, YearMonth.from(clock.now()));
    return new PayChoice(PayMethod.CARD, card.card6(), card.card4(), card.outcome());
  }
}
