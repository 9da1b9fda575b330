package ecpay.app.web.checkout;

import ecpay.domain.payment.HostedCheckout;
import java.net.URI;
import java.util.List;

/**
 * The page that posts itself to ECPay's: by a script at once, by its button without one.
 *
 * @param action ECPay's address
 */
public record HostedPage(Summary summary, String action, List<HostedCheckout.Field> fields) {
  public HostedPage {
    fields = List.copyOf(fields);
  }

  static HostedPage of(Summary summary, HostedCheckout.Form form) {
    return new HostedPage(summary, form.action().toString(), form.fields());
  }

  /** Where the form goes, as a Content-Security-Policy names it. */
  static String origin(URI action) {
    return action.getScheme() + "://" + action.getRawAuthority();
  }
}
