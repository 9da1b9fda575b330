package ecpay.app.web.checkout;

import ecpay.app.reading.Figures;
import ecpay.domain.order.Order;
import java.util.List;

/** What the buyer buys, ready to be shown. */
public record Summary(String shop, String reference, List<Line> lines, String total) {
  public Summary {
    lines = List.copyOf(lines);
  }

  /** One line; the amount with separators. */
  public record Line(String name, String quantity, String unit, String amount) {}

  static Summary of(String shop, Order order) {
    return new Summary(
        shop,
        order.reference().value(),
        order.content().lines().stream()
            .map(line ->
                new Line(
                    line.name(),
                    line.quantity().value().toPlainString(),
                    line.unit(),
                    Figures.of(line.amount().twd())))
            .toList(),
        Figures.of(order.total().twd()));
  }
}
