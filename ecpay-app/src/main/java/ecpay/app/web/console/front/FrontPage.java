package ecpay.app.web.console.front;

import ecpay.app.web.console.Table;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import java.util.List;

/**
 * Where a person begins.
 *
 * @param name what was looked for, as far as it is shown; empty when nothing was
 * @param found the orders that are called so, when there are several
 * @param newest the latest orders, {@value #NEWEST} at most
 */
public record FrontPage(String merchant, String name, Table found, Waiting waiting, Table newest) {
  /** The longest name an order can have. */
  static final int LONGEST = 64;

  static final int NEWEST = 20;

  static FrontPage of(
      MerchantId merchant, String name, List<Order> found, Waiting waiting, List<Order> newest) {
    return new FrontPage(
        merchant.value(),
        name.substring(0, Math.min(name.length(), LONGEST)),
        OrderTable.of("Several orders have this name", found),
        waiting,
        OrderTable.of("Newest orders", newest));
  }
}
