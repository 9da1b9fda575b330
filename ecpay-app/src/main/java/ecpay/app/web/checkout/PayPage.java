package ecpay.app.web.checkout;

import ecpay.app.reading.Times;
import ecpay.app.settings.Settings;
import ecpay.domain.payment.Payment;
import java.net.URI;
import java.util.List;

/**
 * The page with ECPay's embedded form.
 *
 * @param token ECPay's Token, for ECPay's script only
 * @param environment what ECPay's script calls it: {@code Stage} or {@code Prod}
 */
public record PayPage(
    Summary summary,
    String paymentId,
    String token,
    String environment,
    String usableUntil,
    List<String> scripts) {
  public PayPage {
    scripts = List.copyOf(scripts);
  }

  static PayPage of(Summary summary, Payment.Open payment, Settings.Checkout checkout) {
    return new PayPage(
        summary,
        payment.id().value(),
        payment.token().value(),
        checkout.scriptEnvironment(),
        Times.clock(payment.usableUntil()),
        checkout.scripts().stream().map(URI::toString).toList());
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "PayPage[" + paymentId + "]";
  }
}
