package ecpay.domain.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.invoice.document.InvoiceOfOrder.Calculated;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.money.LineModel;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.pricing.RandomBaskets;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any order in any parts, beside a storekeeper with heaps and purses. */
class InvoicePartsPropertyTest {
  private static final RelateNumber RELATE = new RelateNumber("R");

  private static List<LineModel> model(OrderContent order) {
    List<LineModel> lines = new ArrayList<>();
    order
        .lines()
        .forEach(line -> lines.add(new LineModel(line.quantity().value(), line.amount().twd())));
    return lines;
  }

  private static List<OrderedPart> wanted(
      RandomGenerator random, OrderContent order, List<LineModel> lines) {
    RandomBaskets baskets = new RandomBaskets(random);
    return IntStream.range(0, random.nextInt(1, 4))
        .mapToObj(_ -> {
          int line = random.nextInt(order.lines().size());
          LineModel left = lines.get(line);
          BigDecimal most =
              random.nextInt(8) == 0 ? order.lines().get(line).quantity().value() : left.units();
          Optional<Quantity> quantity =
              most.signum() > 0 && random.nextInt(3) > 0
                  ? Optional.of(new Quantity(baskets.some(most)))
                  : Optional.empty();
          Optional<Money> amount =
              random.nextInt(3) == 0
                  ? Optional.of(Money.of(random.nextLong(left.dollars() + 2)))
                  : Optional.empty();
          return new OrderedPart(line + 1, quantity, amount);
        })
        .toList();
  }

  /** What the storekeeper hands over, or nothing if he refuses. */
  private static Optional<List<Part>> handedOver(List<OrderedPart> wanted, List<LineModel> lines) {
    List<Part> parts = new ArrayList<>();
    long sum = 0;
    for (OrderedPart part : wanted) {
      LineModel left = lines.get(part.line() - 1);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      boolean rest = part.amount().isEmpty() || part.amount().get().twd() == left.dollars();
      BigDecimal units =
          part.quantity().map(Quantity::value).orElse(rest ? left.units() : BigDecimal.ZERO);
      if (!left.holds(units)) {
        return Optional.empty();
      }
      long amount = part.amount().map(Money::twd).orElseGet(() -> left.share(units));
      if (amount > left.dollars() || (amount == 0 && units.signum() == 0)) {
        return Optional.empty();
      }
      left.take(units, amount);
      sum += amount;
      parts.add(new Part(part.line(), units, Money.of(amount)));
    }
    return sum > 0 ? Optional.of(parts) : Optional.empty();
  }

  private static void check(OrderContent order, Calculated calculated) {
    InvoiceDocument document = calculated.document();
    assertThat(document.items()).hasSameSizeAs(calculated.parts());
    Set<TaxKind> kinds = new HashSet<>();
    long sum = 0;
    for (int i = 0; i < document.items().size(); i++) {
      InvoiceItem item = document.items().get(i);
      Part part = calculated.parts().get(i);
      OrderLine line = order.lines().get(part.line() - 1);
      kinds.add(line.tax());
      sum += part.amount().twd();
      assertThat(item.sequence()).isEqualTo(i + 1);
      assertThat(item.name()).isEqualTo(line.name());
      assertThat(item.tax()).contains(line.tax());
      assertThat(item.amount()).isEqualByComparingTo(BigDecimal.valueOf(part.amount().twd()));
      BigDecimal off = item.price().value().multiply(item.count().value()).subtract(item.amount());
      assertThat(off.abs()).isLessThanOrEqualTo(BigDecimal.ONE);
      if (!item.unit().equals("式")) {
        assertThat(item.count().value()).isEqualByComparingTo(part.units());
      }
    }
    assertThat(document.salesAmount().twd()).isEqualTo(sum).isPositive();
    assertThat(document.taxation().tax() == TaxType.MIXED).isEqualTo(kinds.size() > 1);
    assertThat(document.taxation().zeroRating().isPresent())
        .isEqualTo(kinds.contains(TaxKind.ZERO_RATED));
  }

  @Rule({"R-INV-03", "R-INV-04", "R-INV-05", "R-INV-17", "R-INV-19"})
  @Test
  void everyOrderHasAnInvoiceThatIsTheOrder() {
    Property.of(3000)
        .holds(random -> {
          OrderContent order = new RandomBaskets(random).order();
          Calculated all = InvoiceOfOrder.of(RELATE, order, order.invoice(), List.of(), List.of());
          check(order, all);
          assertThat(all.document()).isEqualTo(InvoiceOfOrder.document(RELATE, order));
          assertThat(all.document().salesAmount()).isEqualTo(order.total());
          for (int i = 0; i < order.lines().size(); i++) {
            InvoiceItem item = all.document().items().get(i);
            assertThat(item.price()).isEqualTo(order.lines().get(i).price());
            assertThat(item.count()).isEqualTo(order.lines().get(i).quantity());
            assertThat(item.unit()).isEqualTo(order.lines().get(i).unit());
          }
        });
  }

  @Rule({"R-INV-03", "R-INV-04", "R-INV-34"})
  @Test
  void whateverPartsAnOrderIsInvoicedInTheyAddUpToTheOrder() {
    Property.of(3000)
        .holds(random -> {
          OrderContent order = new RandomBaskets(random).order();
          List<Part> invoiced = new ArrayList<>();
          for (int i = random.nextInt(5); i > 0; i--) {
            List<LineModel> lines = left(order, invoiced);
            List<OrderedPart> wanted = wanted(random, order, lines);
            Optional<List<Part>> expected = handedOver(wanted, lines);
            try {
              Calculated part = InvoiceOfOrder.of(RELATE, order, order.invoice(), wanted, invoiced);
              check(order, part);
              assertThat(part.parts()).isEqualTo(expected.orElse(List.of()));
              invoiced.addAll(part.parts());
            } catch (RuleViolationException refused) {
              assertThat(expected).as(refused.getMessage()).isEmpty();
              assertThat(refused.violations())
                  .allMatch(one -> Set.of("R-INV-34", "R-INV-03").contains(one.rule()));
            }
          }
          checkTheRest(order, invoiced);
        });
  }

  private static List<LineModel> left(OrderContent order, List<Part> taken) {
    List<LineModel> lines = model(order);
    taken.forEach(part -> lines.get(part.line() - 1).take(part.units(), part.amount().twd()));
    return lines;
  }

  private static void checkTheRest(OrderContent order, List<Part> invoiced) {
    long before = invoiced.stream().mapToLong(part -> part.amount().twd()).sum();
    List<Part> all = new ArrayList<>(invoiced);
    try {
      Calculated rest = InvoiceOfOrder.of(RELATE, order, order.invoice(), List.of(), invoiced);
      check(order, rest);
      all.addAll(rest.parts());
      assertThat(left(order, all)).allMatch(LineModel::isEmpty);
      assertThat(before + rest.document().salesAmount().twd()).isEqualTo(order.total().twd());
    } catch (RuleViolationException refused) {
      assertThat(refused.violations()).extracting(one -> one.rule()).containsExactly("R-INV-03");
      assertThat(before).isEqualTo(order.total().twd());
    }
  }
}
