package ecpay.app.web.checkout;

import ecpay.app.reading.Times;
import ecpay.app.settings.Settings;
import ecpay.domain.payment.CheckoutToken;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What ECPay's script needs to draw its form in a page of ours.
 *
 * @param token ECPay's Token, for ECPay's script only
 * @param environment what ECPay's script calls it: {@code Stage} or {@code Prod}
 * @param usableUntil as people read it, in Taipei; ten minutes after the Token was given (R-PAY-02)
 * @param scripts where the page loads ECPay's script from, and what that one needs
 */
public record EmbeddedForm(
    String token, String environment, String usableUntil, List<String> scripts) {
  public EmbeddedForm {
    scripts = List.copyOf(scripts);
  }

  static EmbeddedForm of(CheckoutToken token, Instant usableUntil, Settings.Checkout checkout) {
    return new EmbeddedForm(
        token.value(),
        checkout.scriptEnvironment(),
        Times.clock(usableUntil),
        checkout.scripts().stream().map(URI::toString).toList());
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "EmbeddedForm[" + environment + ", usable until " + usableUntil + "]";
  }
}
