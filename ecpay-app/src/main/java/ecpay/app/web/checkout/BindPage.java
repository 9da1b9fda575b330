package ecpay.app.web.checkout;

import ecpay.app.reading.Times;
import ecpay.app.settings.Settings;
import ecpay.domain.boundcard.BoundCard;
import java.net.URI;
import java.util.List;

/**
 * The page with ECPay's embedded form for a card that is to be bound.
 *
 * @param token ECPay's Token, for ECPay's script only
 * @param environment what ECPay's script calls it: {@code Stage} or {@code Prod}
 */
public record BindPage(
    String shop,
    String cardId,
    String token,
    String environment,
    String usableUntil,
    List<String> scripts) {
  public BindPage {
    scripts = List.copyOf(scripts);
  }

  static BindPage of(String shop, BoundCard.Open card, Settings.Checkout checkout) {
    return new BindPage(
        shop,
        card.id().value(),
        card.token().value(),
        checkout.scriptEnvironment(),
        Times.clock(card.usableUntil()),
        checkout.scripts().stream().map(URI::toString).toList());
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "BindPage[" + cardId + "]";
  }
}
