package ecpay.app.web.checkout;

import ecpay.app.settings.Settings;
import ecpay.app.web.Bodies;
import ecpay.app.web.Routes;
import ecpay.app.web.page.Pages;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.usecase.BindCard;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.RuleViolationException;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * A member's pages: bind a card, how it ended, and where ECPay sends the browser at the end
 * (CB-04). Whoever knows the unguessable id of a binding is its member.
 */
public final class BindRoutes implements Routes {
  private final BindCard bind;
  private final BoundCards cards;
  private final Merchants merchants;
  private final Pages pages;
  private final Settings.Checkout checkout;
  private final URI checkoutUrl;
  private final CheckoutPolicy policy;
  private final Clock clock;

  public BindRoutes(
      BindCard bind,
      BoundCards cards,
      Merchants merchants,
      Pages pages,
      Settings.Checkout checkout,
      URI checkoutUrl,
      Clock clock) {
    this.bind = bind;
    this.cards = cards;
    this.merchants = merchants;
    this.pages = pages;
    this.checkout = checkout;
    this.checkoutUrl = checkoutUrl;
    this.policy = new CheckoutPolicy(checkout.origins());
    this.clock = clock;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.before("/bind/*", policy);
    routes.get("/bind/{card}", ctx -> withCard(ctx, this::form));
    routes.post("/bind/{card}", ctx -> withCard(ctx, this::submit));
    routes.get("/bind/{card}/result", ctx -> withCard(ctx, this::result));
    routes.post("/callbacks/{merchant}/card-bound", this::returned);
  }

  private interface Step {
    void take(Context ctx, BoundCard card);
  }

  private void withCard(Context ctx, Step step) {
    Optional<BoundCard> card = find(ctx.pathParam("card"));
    if (card.isPresent()) {
      step.take(ctx, card.get());
    } else {
      say(ctx, HttpStatus.NOT_FOUND, BindMessage.NO_SUCH_CARD);
    }
  }

  private Optional<BoundCard> find(String id) {
    try {
      return cards.find(new CardId(id));
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }

  private void form(Context ctx, BoundCard card) {
    if (card instanceof BoundCard.Open open && open.isUsableAt(Instant.now(clock))) {
      String shop = merchants.get(card.merchant()).name();
      pages.show(ctx, "checkout/bind", BindPage.of(shop, open, checkout));
    } else {
      onward(ctx, card);
    }
  }

  /** To the bank while it asks the member, who may have turned away from its page; a full page. */
  private void onward(Context ctx, BoundCard card) {
    if (card instanceof BoundCard.AwaitingMember waiting) {
      ctx.redirect(waiting.page().toString(), HttpStatus.SEE_OTHER); // R-PAY-04
    } else {
      toResult(ctx, card);
    }
  }

  private void submit(Context ctx, BoundCard card) {
    Optional<String> token = Bodies.formField(ctx, "BindCardPayToken", CheckoutRoutes.LIMIT);
    try {
      onward(ctx, bind.submit(card.id(), new BindCardPayToken(token.orElse(""))));
    } catch (RuleViolationException _) {
      say(ctx, HttpStatus.BAD_REQUEST, BindMessage.NO_TOKEN);
    } catch (IllegalMoveException _) {
      say(ctx, HttpStatus.CONFLICT, BindMessage.TOO_LATE);
    }
  }

  private void result(Context ctx, BoundCard card) {
    pages.show(ctx, "checkout/message", BindMessage.of(card));
  }

  private void returned(Context ctx) {
    byte[] body = Bodies.read(ctx, CheckoutRoutes.LIMIT);
    merchant(ctx.pathParam("merchant"))
        .flatMap(merchant -> bind.returned(merchant, body))
        .ifPresentOrElse(
            card -> toResult(ctx, card),
            () -> pages.show(ctx, "checkout/message", BindMessage.RETURNED));
  }

  private Optional<Merchant> merchant(String name) {
    try {
      return merchants.find(new MerchantId(name));
    } catch (RuleViolationException _) {
      return Optional.empty();
    }
  }

  private void toResult(Context ctx, BoundCard card) {
    ctx.redirect(checkoutUrl + "/bind/" + card.id() + "/result", HttpStatus.SEE_OTHER);
  }

  private void say(Context ctx, HttpStatus status, MessagePage message) {
    ctx.status(status);
    pages.show(ctx, "checkout/message", message);
  }
}
