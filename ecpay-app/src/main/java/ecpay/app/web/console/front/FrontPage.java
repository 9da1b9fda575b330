package ecpay.app.web.console.front;

import static ecpay.app.web.console.Table.link;
import static ecpay.app.web.console.Table.state;
import static ecpay.app.web.console.Table.text;

import ecpay.app.reading.Times;
import ecpay.app.web.console.Table;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import java.util.List;

/**
 * Where a person begins.
 *
 * @param name what was looked for, as far as it is shown; empty when nothing was
 * @param found the orders that are called so, when there are several
 */
public record FrontPage(String merchant, String name, Table found, Waiting waiting) {
  /** The longest name an order can have. */
  static final int LONGEST = 64;

  static FrontPage of(MerchantId merchant, String name, List<Order> found, Waiting waiting) {
    return new FrontPage(
        merchant.value(),
        name.substring(0, Math.min(name.length(), LONGEST)),
        orders("Several orders have this name", found),
        waiting);
  }

  private static Table orders(String title, List<Order> orders) {
    return new Table(
        title,
        List.of("Reference", "State", "Amount", "Placed"),
        orders.stream()
            .map(order ->
                List.of(
                    link(order.reference().value(), "/console/orders/" + order.id()),
                    state(order.isPaid() ? "paid" : "unpaid"),
                    text(order.total().toString()),
                    text(Times.clock(order.placedAt()))))
            .toList());
  }
}
