package ecpay.domain.pricing;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.ZeroRating;
import ecpay.domain.rule.RuleViolationException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Baskets and orders of every shape that a shop may sell, and some that it may not. */
public final class RandomBaskets {
  private final RandomGenerator random;

  public RandomBaskets(RandomGenerator random) {
    this.random = random;
  }

  /** Anything: some of these cost nothing, too much, or less than their coupons. */
  public Basket basket() {
    TaxKind[] kinds = kinds();
    List<BasketLine> lines =
        IntStream.range(0, random.nextInt(1, 6)).mapToObj(_ -> line(kinds)).toList();
    List<Discount> discounts =
        IntStream.range(0, Math.max(0, random.nextInt(-2, 4))).mapToObj(_ -> discount(80)).toList();
    List<Fee> fees =
        IntStream.range(0, Math.max(0, random.nextInt(-1, 3)))
            .mapToObj(_ -> new Fee("運費", Money.of(random.nextLong(0, 300)), anyOf(kinds)))
            .toList();
    return new Basket(lines, discounts, fees);
  }

  /** An order that can be placed, through prices and discounts. */
  public OrderContent order() {
    while (true) {
      try {
        Priced priced = basket().price();
        boolean zeroRated =
            priced.lines().stream().anyMatch(line -> line.tax() == TaxKind.ZERO_RATED);
        InvoicePreference preference =
            new InvoicePreference(
                new Carrier.Ecpay(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                zeroRated ? Optional.of(new ZeroRating(true, 71)) : Optional.empty());
        return new OrderContent(Samples.buyer(), priced.lines(), priced.total(), "訂單", preference);
      } catch (RuleViolationException _) {
        // another one: what is refused is the business of BasketPropertyTest
      }
    }
  }

  /** A random part of so many units: more than zero, at most all of them. */
  public BigDecimal some(BigDecimal units) {
    BigDecimal part =
        units
            .multiply(BigDecimal.valueOf(random.nextLong(1_000_000), 6))
            .setScale(random.nextInt(8), RoundingMode.HALF_UP);
    return part.signum() > 0 && random.nextInt(4) > 0 ? part.min(units) : units;
  }

  private TaxKind[] kinds() {
    return switch (random.nextInt(6)) {
      case 0 -> new TaxKind[] {TaxKind.TAXABLE, TaxKind.ZERO_RATED};
      case 1 -> new TaxKind[] {TaxKind.EXEMPT, TaxKind.TAXABLE, TaxKind.TAXABLE};
      case 2 -> new TaxKind[] {TaxKind.ZERO_RATED};
      case 3 -> new TaxKind[] {TaxKind.EXEMPT};
      default -> new TaxKind[] {TaxKind.TAXABLE};
    };
  }

  private TaxKind anyOf(TaxKind... kinds) {
    return kinds[random.nextInt(kinds.length)];
  }

  private BasketLine line(TaxKind... kinds) {
    BigDecimal quantity = BigDecimal.valueOf(random.nextLong(1, 12));
    BigDecimal price = BigDecimal.valueOf(random.nextLong(1, 5000));
    switch (random.nextInt(7)) {
      case 0 -> price = BigDecimal.ONE;
      case 1 -> price = BigDecimal.ZERO;
      case 2 -> {
        quantity = decimal(1, 10_000_000_000L, 7);
        price = decimal(0, 100_000_000_000L, 7);
      }
      case 3 -> {
        quantity = decimal(1, 10_000_000_000_000_00L, 7);
        price = decimal(0, 30_000_000_000L, 7);
      }
      // a price of billions makes hundreds of items: rare, for the sake of speed
      case 4 ->
          price =
              decimal(1, random.nextInt(20) == 0 ? 50_000_000_000_000_000L : 1_000_000_000_000L, 7);
      default -> {}
    }
    Optional<Money> amount = Optional.empty();
    if (random.nextInt(3) == 0) {
      long usual = Rounding.toWholeDollars(quantity.multiply(price)).twd();
      amount = Optional.of(Money.of(Math.max(0, usual + random.nextLong(-1, 2))));
    }
    return new BasketLine(
        "茶".repeat(random.nextInt(1, 5)),
        new Quantity(quantity),
        "包",
        new UnitPrice(price),
        anyOf(kinds),
        amount,
        random.nextInt(4) == 0 ? Optional.of(discount(40)) : Optional.empty());
  }

  private BigDecimal decimal(long least, long below, int decimals) {
    return BigDecimal.valueOf(random.nextLong(least, below), decimals);
  }

  private Discount discount(long most) {
    return switch (random.nextInt(4)) {
      case 0 -> new Discount.PercentOff("九折", BigDecimal.TEN);
      case 1 -> new Discount.PercentOff("折扣", decimal(1, 1_000_001, 4));
      default -> new Discount.AmountOff("折價券", Money.of(random.nextLong(0, most)));
    };
  }
}
