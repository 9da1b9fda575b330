package ecpay.app.web.api.boundcard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.Times;
import ecpay.app.web.Problem;
import ecpay.app.web.ProblemCode;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.api.DryRun;
import ecpay.app.web.api.EcpaySays;
import ecpay.app.web.json.JsonBody;
import ecpay.app.web.json.Replies;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.usecase.BindCard;
import ecpay.domain.boundcard.usecase.DeleteCard;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Buyer;
import ecpay.domain.payment.offer.MemberId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;

/** A member's cards: bind one, list them, delete one, open ECPay's own page of them. */
public final class CardRoutes implements Routes {
  private static final String CARDS = "/api/v1/members/{member}/cards";

  private final BindCard bind;
  private final DeleteCard delete;
  private final BoundCards cards;
  private final BoundCardGateway gateway;
  private final Merchants merchants;
  private final CardView view;

  /**
   * @param checkoutUrl where members' pages are
   */
  public CardRoutes(
      BindCard bind,
      DeleteCard delete,
      BoundCards cards,
      BoundCardGateway gateway,
      Merchants merchants,
      URI checkoutUrl) {
    this.bind = bind;
    this.delete = delete;
    this.cards = cards;
    this.gateway = gateway;
    this.merchants = merchants;
    this.view = new CardView(checkoutUrl);
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.post(CARDS, DryRun.impossible(this::bind));
    routes.get(CARDS, this::list);
    routes.delete(CARDS + "/{card}", DryRun.impossible(this::delete));
    routes.post("/api/v1/members/{member}/card-page", DryRun.impossible(this::page));
  }

  private void bind(Context ctx) {
    MemberId member = Members.member(ctx);
    Buyer contact = JsonBody.read(ctx, Members::contact);
    BoundCard card = bind.start(ApiAccess.merchant(ctx), member, contact);
    if (card instanceof BoundCard.Failed failed) {
      new Problem(
              ProblemCode.NOT_OPENED,
              "ECPay opened no binding form (%s: %s); nothing was bound, try again"
                  .formatted(failed.failure().code(), failed.failure().message()))
          .answer(ctx);
      return;
    }
    ctx.status(HttpStatus.CREATED);
    Replies.json(ctx, view.of(card));
  }

  private void list(Context ctx) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("cards");
    cards.ofMember(ApiAccess.merchant(ctx), Members.member(ctx)).stream()
        .map(view::of)
        .forEach(list::add);
    Replies.json(ctx, answer);
  }

  /** Gone (200), or on its way (202). */
  private void delete(Context ctx) {
    BoundCard card = Members.card(ctx, cards, Members.member(ctx), ctx.pathParam("card"));
    BoundCard after = delete.delete(card.id());
    if (after instanceof BoundCard.Bound) {
      new Problem(
              ProblemCode.ECPAY_NOT_ASKED,
              "ECPay was not reached, the card is still bound; try again")
          .answer(ctx);
      return;
    }
    ctx.status(after instanceof BoundCard.Deleting ? HttpStatus.ACCEPTED : HttpStatus.OK);
    Replies.json(ctx, view.of(after));
  }

  private void page(Context ctx) {
    MemberId member = Members.member(ctx);
    Buyer contact = JsonBody.read(ctx, Members::contact);
    Merchant merchant = merchants.get(ApiAccess.merchant(ctx));
    EcpaySays.tell(
        ctx,
        gateway.getTokenbyUser(merchant, member, contact),
        session ->
            Replies.json(
                ctx,
                JsonNodeFactory.instance
                    .objectNode()
                    .put("token", session.token().value())
                    .put("usableUntil", Times.iso(session.expiresAt()))));
  }
}
