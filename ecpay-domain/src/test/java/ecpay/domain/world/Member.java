package ecpay.domain.world;

import ecpay.domain.Samples;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.usecase.PayWithCard;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.world.ecpay.ScriptedCards;
import java.time.Duration;
import java.util.Optional;

/** A member of the sample shop, who binds cards and pays the sample order with them. */
public final class Member {
  public static final MemberId ID = new MemberId("member-1");
  private static final BindCardPayToken ENTERED = new BindCardPayToken("bind-pay");

  public final Shop shop = new Shop();

  public World world() {
    return shop.world;
  }

  /** The shop shows the member a form. */
  public BoundCard.Open open() {
    return (BoundCard.Open) world().cards.bind.start(Samples.SHOP, ID, Samples.buyer());
  }

  /** The member enters a card. */
  public BoundCard submit(BoundCard form) {
    return world().cards.bind.submit(form.id(), ENTERED);
  }

  /** The member's browser brings what ECPay gave it. */
  public void returned(BoundCard binding, BindCardId claim) {
    world()
        .cards
        .bind
        .returned(
            Samples.merchant(), ScriptedCards.brought(binding.binding().tradeNo(), claim.value()));
  }

  /** A card, with 3-D Secure passed and the browser's claim confirmed. */
  public BoundCard.Bound bound() {
    BoundCard.Open open = open();
    submit(open);
    returned(open, world().ecpayCards.keep(ID));
    return (BoundCard.Bound) now(open);
  }

  public PayWithCard.Result pay(BoundCard card) {
    return world().cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty());
  }

  public BoundCard now(BoundCard card) {
    return world().books.boundCards().find(card.id()).orElseThrow();
  }

  public void follow(Duration time) {
    shop.runUntil(world().clock.instant().plus(time));
  }
}
