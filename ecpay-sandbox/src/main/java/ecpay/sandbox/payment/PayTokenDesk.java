package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.RandomIds;
import ecpay.sandbox.ledger.member.BoundCard;
import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.ledger.trade.PayChoice;
import ecpay.sandbox.ledger.trade.PayMethod;
import ecpay.sandbox.ledger.trade.Trade;
import ecpay.sandbox.ledger.trade.Trade.Status;
import ecpay.sandbox.payment.form.CardEntry;
import ecpay.sandbox.payment.form.FormDesk;
import ecpay.sandbox.payment.form.FormRefused;
import ecpay.sandbox.wire.Journal;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Request;
import ecpay.sandbox.wire.Router;
import java.time.YearMonth;
import java.util.List;

/**
 * What stands behind the embedded form: it offers the methods of a token and turns a filled-in form
 * into a PayToken. The shop's page calls it from another origin; a card number ends here.
 */
final class PayTokenDesk {
  /** Apple Pay names a card although the buyer types none. */
  private static final CardEntry WALLET =
      new CardEntry("431195", "2222", CardOutcome.APPROVED_WITHOUT_3D);

  private static final int FLEXIBLE = 30;

  private static final List<String> NAMES =
      List.of(
          "Token",
          "Method",
          "CardNumber",
          "CardExpiry",
          "CardCVV",
          "RememberedCard",
          "Instalment",
          "Redeem",
          "RememberCard");

  private final Ledger ledger;
  private final SandboxClock clock;

  PayTokenDesk(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router, Journal journal) {
    FormDesk.open(router, journal, "GET", "/sandbox/pay-form", "PayForm", this::form);
    FormDesk.open(router, journal, "POST", "/sandbox/pay-token", "PayToken", this::payToken);
  }

  private ObjectNode form(Request request, Journal.Entry entry) throws FormRefused {
    var trade = live(request.parameter("token").orElse(""));
    var terms = trade.terms();
    var methods = Json.array();
    terms.methods().stream().sorted().forEach(m -> methods.add(m.name()));
    var offer =
        Json.object()
            .put("MerchantTradeNo", terms.merchantTradeNo())
            .put("ItemName", terms.itemName())
            .put("TotalAmount", trade.amount())
            .put("Redeem", terms.cards().bonus())
            .put("RememberCard", terms.cards().remember());
    offer.set("Methods", methods);
    terms.cards().instalments().forEach(offer.putArray("Instalments")::add);
    var cards = offer.putArray("Cards");
    var remembered = remembered(trade);
    for (int i = 0; i < remembered.size(); i++) {
      cards
          .addObject()
          .put("No", i + 1)
          .put("Card6No", remembered.get(i).card6())
          .put("Card4No", remembered.get(i).card4());
    }
    entry.answerData(offer);
    return offer;
  }

  /** The cards to choose from, when the order allows cards to be remembered. */
  private List<BoundCard> remembered(Trade trade) {
    var terms = trade.terms();
    return terms.cards().remember()
        ? ledger.act(() -> ledger.boundCards().of(terms.merchantId(), terms.memberId()))
        : List.of();
  }

  private ObjectNode payToken(Request request, Journal.Entry entry) throws FormRefused {
    var form = FormDesk.body(request, NAMES);
    var trade = live(form.path("Token").asText(""));
    var method =
        PayMethod.named(form.path("Method").asText(""))
            .filter(m -> trade.terms().methods().contains(m))
            .orElseThrow(() -> new FormRefused("this Method is not offered"));
    var choice = choice(trade, method, form);
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
    var answer = Json.object().put("PayToken", payToken);
    entry.answerData(answer);
    return answer;
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

  private PayChoice choice(Trade trade, PayMethod method, ObjectNode form) throws FormRefused {
    return switch (method) {
      case ATM, CVS, BARCODE, UNIONPAY -> PayChoice.without(method);
      case APPLE_PAY -> applePay(form);
      case CARD, INSTALMENT, FLEXIBLE, PERIODIC -> card(trade, method, form);
    };
  }

  /** With the test card that lies in the wallet, if one is named; nobody meets 3-D Secure. */
  private static PayChoice applePay(ObjectNode form) throws FormRefused {
    var card = form.path("CardNumber").asText("").isEmpty() ? WALLET : CardEntry.numbered(form);
    var outcome =
        card.outcome() == CardOutcome.APPROVED ? CardOutcome.APPROVED_WITHOUT_3D : card.outcome();
    return new PayChoice(PayMethod.APPLE_PAY, card.card6(), card.card4(), outcome, 0, false, false);
  }

  private PayChoice card(Trade trade, PayMethod method, ObjectNode form) throws FormRefused {
    var card = typedOrRemembered(trade, form);
    var bonus = form.path("Redeem").asBoolean();
    if (bonus && (method != PayMethod.CARD || !trade.terms().cards().bonus())) {
      throw new FormRefused("bonus points are not offered");
    }
    var remember = form.path("RememberCard").asBoolean();
    if (remember && !trade.terms().cards().remember()) {
      throw new FormRefused("remembering the card is not offered");
    }
    var instalments = instalments(trade, method, form);
    return new PayChoice(
        method, card.card6(), card.card4(), card.outcome(), instalments, bonus, remember);
  }

  private CardEntry typedOrRemembered(Trade trade, ObjectNode form) throws FormRefused {
    if (!form.has("RememberedCard")) {
      return CardEntry.read(form, YearMonth.from(clock.now()));
    }
    CardEntry.checkCvv(form);
    var cards = remembered(trade);
    var number = form.path("RememberedCard").asInt();
    if (number < 1 || number > cards.size()) {
      throw new FormRefused("there is no such RememberedCard");
    }
    var card = cards.get(number - 1);
    return new CardEntry(card.card6(), card.card4(), card.outcome());
  }

  private static int instalments(Trade trade, PayMethod method, ObjectNode form)
      throws FormRefused {
    if (method == PayMethod.FLEXIBLE) {
      return FLEXIBLE;
    }
    if (method != PayMethod.INSTALMENT) {
      return 0;
    }
    var number = form.path("Instalment").asInt();
    if (!trade.terms().cards().instalments().contains(number)) {
      throw new FormRefused("this Instalment is not offered");
    }
    return number;
  }
}
