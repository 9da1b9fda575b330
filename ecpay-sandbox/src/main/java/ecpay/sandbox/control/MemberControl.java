package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.trade.CardOutcome;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/** {@code POST /sandbox/members}: what paying with a member's bound cards leads to. */
final class MemberControl {
  private final Ledger ledger;

  MemberControl(Ledger ledger) {
    this.ledger = ledger;
  }

  void open(Router router) {
    router.on(
        "POST",
        "/sandbox/members",
        Body.handler(
            List.of("merchantId", "memberId", "outcome"), body -> ledger.act(() -> change(body))));
  }

  private ObjectNode change(Body body) {
    var merchantId = body.text("merchantId").orElse("3002607");
    var memberId = body.text("memberId").orElse("");
    var outcome = body.oneOf(CardOutcome.class, "outcome", CardOutcome.APPROVED);
    var cards = ledger.boundCards().of(merchantId, memberId);
    if (cards.isEmpty()) {
      throw new IllegalArgumentException("memberId has no bound card");
    }
    cards.forEach(card -> ledger.boundCards().change(card, outcome));
    return Json.object().put("changed", cards.size());
  }

  /** Every bound card, for the ledger's page; without its id, with which one could pay. */
  static void list(ArrayNode list, Ledger ledger) {
    for (var card : ledger.boundCards().all()) {
      list.addObject()
          .put("merchantId", card.merchantId())
          .put("memberId", card.memberId())
          .put("merchantTradeNo", card.merchantTradeNo())
          .put("card6", card.card6())
          .put("card4", card.card4())
          .put("outcome", card.outcome().name())
          .put("at", card.at().format(Formats.PAYMENT_TIME));
    }
  }
}
