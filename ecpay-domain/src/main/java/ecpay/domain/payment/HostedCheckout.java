package ecpay.domain.payment;

import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Order;
import java.net.URI;
import java.util.List;

/** Port: ECPay's hosted page (AioCheckOut/V5), to which the buyer's own browser posts a form. */
public interface HostedCheckout {

  /** The signed form of a hosted attempt; the same attempt always gives the same form. */
  Form form(Merchant merchant, Order order, Attempt attempt);

  /**
   * What the browser posts, as {@code application/x-www-form-urlencoded} in UTF-8. It opens in a
   * full page, never in a frame. It holds no secret.
   *
   * @param action where it goes
   * @param fields in the order in which they are sent, CheckMacValue among them
   */
  record Form(URI action, List<Field> fields) {
    public Form {
      fields = List.copyOf(fields);
    }
  }

  /** One field of a form. */
  record Field(String name, String value) {}
}
