package ecpay.app.web.checkout;

import ecpay.app.settings.Settings;
import ecpay.domain.boundcard.BoundCard;

/** The page with ECPay's embedded form, for a card that is to be bound. */
public record BindPage(String shop, String cardId, EmbeddedForm form) {
  static BindPage of(String shop, BoundCard.Open card, Settings.Checkout checkout) {
    return new BindPage(
        shop, card.id().value(), EmbeddedForm.of(card.token(), card.usableUntil(), checkout));
  }
}
