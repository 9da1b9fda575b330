package ecpay.app.web.console.front;

import static ecpay.app.web.console.Table.link;
import static ecpay.app.web.console.Table.money;
import static ecpay.app.web.console.Table.state;
import static ecpay.app.web.console.Table.time;

import ecpay.app.web.console.Table;
import ecpay.domain.order.Order;
import java.util.List;

/** Orders to choose from. */
final class OrderTable {
  private OrderTable() {}

  static Table of(String title, List<Order> orders) {
    return new Table(
        title,
        List.of("Reference", "State", "Total", "Placed"),
        orders.stream()
            .map(order ->
                List.of(
                    link(order.reference().value(), "/console/orders/" + order.id()),
                    state(order.isPaid() ? "paid" : "unpaid"),
                    money(order.total()),
                    time(order.placedAt())))
            .toList());
  }
}
