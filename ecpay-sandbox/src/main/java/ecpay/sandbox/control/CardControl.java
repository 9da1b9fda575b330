package ecpay.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardState;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Router;
import java.util.List;

/**
 * {@code /sandbox/cards}: each authorization; whether a merchant's captures are automatic and its
 * refunds covered; and an authorization put into any state.
 */
final class CardControl {
  private static final String MERCHANT = "3002607";

  private final Ledger ledger;
  private final SandboxClock clock;

  CardControl(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void open(Router router) {
    router.on(
        "GET",
        "/sandbox/cards",
        Query.handler(List.of("merchantId"), query -> ledger.act(() -> show(query))));
    router.on(
        "POST",
        "/sandbox/cards",
        Body.handler(
            List.of("merchantId", "automaticCapture", "refundsCovered"),
            body -> ledger.act(() -> change(body))));
    router.on(
        "POST",
        "/sandbox/cards/state",
        Body.handler(List.of("gwsr", "state"), body -> ledger.act(() -> force(body))));
  }

  private ObjectNode show(Query query) {
    return state(query.text("merchantId").orElse(MERCHANT));
  }

  /** Names that are not sent stay as they are. */
  private ObjectNode change(Body body) {
    var merchantId = body.text("merchantId").orElse(MERCHANT);
    var cards = ledger.authorizations();
    var automatic = body.flag("automaticCapture", cards.isCapturedAutomatically(merchantId));
    var covered = body.flag("refundsCovered", cards.coversRefunds(merchantId));
    cards.captureAutomatically(merchantId, automatic);
    cards.coverRefunds(merchantId, covered);
    return state(merchantId);
  }

  private ObjectNode force(Body body) {
    var state = body.oneOf(CardState.class, "state", CardState.OPERATION_CANCELLED);
    var authorization =
        ledger
            .authorizations()
            .withGwsr(body.whole("gwsr", 0))
            .orElseThrow(() -> new IllegalArgumentException("gwsr is unknown"));
    ledger.authorizations().force(authorization, state, clock.now());
    return fact(authorization);
  }

  private ObjectNode state(String merchantId) {
    var cards = ledger.authorizations();
    return Json.object()
        .put("merchantId", merchantId)
        .put("automaticCapture", cards.isCapturedAutomatically(merchantId))
        .put("refundsCovered", cards.coversRefunds(merchantId));
  }

  /** Every authorization, for the ledger's page. */
  static void list(ArrayNode list, Ledger ledger) {
    ledger.authorizations().all().forEach(a -> list.add(fact(a)));
  }

  private static ObjectNode fact(Authorization authorization) {
    var charge = authorization.charge();
    var fact =
        Json.object()
            .put("merchantId", charge.merchantId())
            .put("merchantTradeNo", charge.merchantTradeNo())
            .put("tradeNo", charge.tradeNo())
            .put("gwsr", authorization.gwsr())
            .put("amount", charge.amount())
            .put("refunded", authorization.refunded())
            .put("state", authorization.state().name())
            .put("authorizedAt", authorization.authorizedAt().format(Formats.PAYMENT_TIME));
    var closes = fact.putArray("closes");
    for (var close : authorization.closes()) {
      closes
          .addObject()
          .put("state", close.state().name())
          .put("serial", close.serial())
          .put("amount", close.amount())
          .put("at", close.at().format(Formats.PAYMENT_TIME));
    }
    return fact;
  }
}
