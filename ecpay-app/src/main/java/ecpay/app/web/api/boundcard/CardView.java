package ecpay.app.web.api.boundcard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.reading.Words;
import ecpay.domain.boundcard.BoundCard;
import java.net.URI;

/** A card as the API shows it: our id and the last four digits, never ECPay's id of it. */
final class CardView {
  private final URI checkoutUrl;

  CardView(URI checkoutUrl) {
    this.checkoutUrl = checkoutUrl;
  }

  ObjectNode of(BoundCard card) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", card.id().value())
            .put("member", card.member().value())
            .put("state", Words.state(card))
            .put("startedAt", Times.iso(card.binding().startedAt()));
    switch (card) {
      case BoundCard.Open open ->
          view.put("bindUrl", checkoutUrl + "/bind/" + card.id())
              .put("usableUntil", Times.iso(open.usableUntil()));
      case BoundCard.Bound bound -> bound(view, bound);
      case BoundCard.Deleting deleting -> bound(view, deleting.bound());
      case BoundCard.Deleted deleted -> view.put("lastFour", deleted.lastFour());
      case BoundCard.Failed failed ->
          view.putObject("failure")
              .put("code", failed.failure().code())
              .put("message", failed.failure().message());
      case BoundCard.Opening _,
          BoundCard.Submitted _,
          BoundCard.AwaitingMember _,
          BoundCard.Claimed _ -> {}
    }
    return view;
  }

  private static void bound(ObjectNode view, BoundCard.Bound bound) {
    view.put("lastFour", bound.lastFour()).put("boundAt", Times.iso(bound.at()));
  }
}
