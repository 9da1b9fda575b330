package ecpay.app.web.checkout;

import ecpay.app.settings.Settings;
import ecpay.domain.payment.Payment;

/** The page with ECPay's embedded form, for an order that is to be paid. */
public record PayPage(Summary summary, String paymentId, EmbeddedForm form) {
  static PayPage of(Summary summary, Payment.Open payment, Settings.Checkout checkout) {
    return new PayPage(
        summary,
        payment.id().value(),
        EmbeddedForm.of(payment.token(), payment.usableUntil(), checkout));
  }
}
