package ecpay.domain.pricing;

import ecpay.domain.money.Money;
import ecpay.domain.money.PricedCount;
import ecpay.domain.money.Shares;
import ecpay.domain.order.OrderLine;
import ecpay.domain.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a buyer wants to buy.
 *
 * @param discounts of all goods together, such as coupons; each is taken off what those before it
 *     left, and shared by the goods in proportion to their worth
 * @param fees such as shipping; no discount touches them
 */
public record Basket(List<BasketLine> lines, List<Discount> discounts, List<Fee> fees) {
  private static final int MOST_LINES = 999;
  private static final int MOST_DISCOUNTS = 20;

  public Basket {
    lines = List.copyOf(lines);
    discounts = List.copyOf(discounts);
    fees = List.copyOf(fees);
    Violations violations = new Violations();
    violations.require(
        !lines.isEmpty() && lines.size() + fees.size() <= MOST_LINES,
        "R-INV-06",
        "lines",
        "a basket has 1 to 999 lines, its fees included");
    violations.require(
        discounts.size() <= MOST_DISCOUNTS,
        "R-ORD-06",
        "discounts",
        "a basket has at most 20 discounts");
    violations.throwIfAny();
  }

  /**
   * The lines of the order for this basket. Exact until the one rounding of what the goods cost
   * after all discounts; a line that no discount touches keeps its own amount.
   *
   * @throws ecpay.domain.rule.RuleViolationException with what is wrong: R-ORD-06 for a discount
   *     above the worth of the goods, R-ORD-04 for a total of zero, R-INV-04, R-INV-05 and R-INV-06
   *     for a line that no invoice takes
   */
  public Priced price() {
    Violations violations = new Violations();
    List<OrderLine> listed = sound(violations, "lines", lines, BasketLine::atListPrice);
    List<OrderLine> feeLines = sound(violations, "fees", fees, Fee::line);
    long goods = sum(listed);
    var _ = violations.part("total", () -> Money.of(goods + sum(feeLines)));
    violations.throwIfAny();
    Reductions reductions = new Reductions(violations, BigDecimal.valueOf(goods));
    List<BigDecimal> worths =
        range(listed).mapToObj(i -> worth(i, listed.get(i).amount(), reductions)).toList();
    range(discounts)
        .forEach(i -> reductions.take("discounts[" + i + "]", discounts.get(i), reductions.left()));
    violations.throwIfAny();
    List<Money> dollars = Shares.of(reductions.left(), worths);
    Stream<OrderLine> discounted =
        range(listed).mapToObj(i -> costing(listed.get(i), dollars.get(i)));
    List<OrderLine> priced = Stream.concat(discounted, feeLines.stream()).toList();
    Money total = Money.of(sum(priced));
    Violations.demand(
        total.isPositive(), "R-ORD-04", "total", "a total is a whole amount of at least 1 TWD");
    return new Priced(priced, total, Money.of(goods), reductions.taken(), Money.of(sum(feeLines)));
  }

  /** What a line is worth after its own discount. */
  private BigDecimal worth(int line, Money listed, Reductions reductions) {
    BigDecimal worth = BigDecimal.valueOf(listed.twd());
    String field = "lines[" + line + "].discount";
    return lines
        .get(line)
        .discount()
        .map(discount -> reductions.take(field, discount, worth))
        .orElse(worth);
  }

  /** The lines that break no rule; the others are reported. */
  private static <T> List<OrderLine> sound(
      Violations violations, String field, List<T> given, Function<T, OrderLine> build) {
    List<Violations.Part<OrderLine>> built =
        range(given)
            .mapToObj(i -> violations.part(field + "[" + i + "]", () -> build.apply(given.get(i))))
            .toList();
    return built.stream().filter(Violations.Part::isSound).map(Violations.Part::get).toList();
  }

  private static OrderLine costing(OrderLine listed, Money amount) {
    PricedCount fitted =
        PricedCount.of(
            listed.price(), listed.quantity().value(), amount, PricedCount.Limits.INVOICE);
    return new OrderLine(
        listed.name(),
        fitted.count(),
        fitted.unit(listed.unit()),
        fitted.price(),
        amount,
        listed.tax());
  }

  private static IntStream range(List<?> list) {
    return IntStream.range(0, list.size());
  }

  private static long sum(List<OrderLine> lines) {
    return lines.stream().mapToLong(line -> line.amount().twd()).sum();
  }
}
