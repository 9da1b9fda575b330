package ecpay.app.web.checkout;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/**
 * What a buyer's page may load: our own files and ECPay's form, from exactly its origins. Forms are
 * confined on the way to ECPay's own page only, because a browser applies that to the redirect to
 * the bank's page as well, and banks are many.
 */
final class CheckoutPolicy implements Handler {
  private final String policy;

  CheckoutPolicy(List<String> origins) {
    String ecpay = String.join(" ", origins);
    this.policy =
        "default-src 'none'; script-src 'self' %1$s; frame-src %1$s; connect-src %1$s;"
                .formatted(ecpay)
            + " style-src 'self' 'unsafe-inline' %1$s; img-src 'self' data: %1$s; font-src %1$s;"
                .formatted(ecpay)
            + " frame-ancestors 'none'; base-uri 'none'";
  }

  /** The page with the form to ECPay's own, which may go nowhere else. */
  void allowForm(Context ctx, String origin) {
    ctx.header("Content-Security-Policy", policy + "; form-action 'self' " + origin);
  }

  @Override
  public void handle(Context ctx) {
    ctx.header("Content-Security-Policy", policy);
  }
}
