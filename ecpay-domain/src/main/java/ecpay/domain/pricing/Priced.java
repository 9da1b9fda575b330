package ecpay.domain.pricing;

import ecpay.domain.money.Money;
import ecpay.domain.order.OrderLine;
import java.util.List;

/**
 * What a basket costs: {@code goods - reductions + fees = total}, to the dollar.
 *
 * @param lines the lines of the order, goods first, then fees, each after all discounts
 * @param total the sum of the lines, whole TWD above zero (R-ORD-04, R-ORD-06)
 * @param goods the goods before any discount
 * @param reductions what each discount takes off: first those of single lines, then those of the
 *     whole basket, in the order given
 * @param fees all fees together
 */
public record Priced(
    List<OrderLine> lines, Money total, Money goods, List<Reduction> reductions, Money fees) {
  public Priced {
    lines = List.copyOf(lines);
    reductions = List.copyOf(reductions);
  }

  /** What one discount takes off, whole TWD. */
  public record Reduction(String name, Money amount) {}
}
