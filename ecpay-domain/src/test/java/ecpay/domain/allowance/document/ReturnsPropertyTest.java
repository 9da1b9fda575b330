package ecpay.domain.allowance.document;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.document.AllowanceOfInvoice.Calculated;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.LineModel;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.pricing.RandomBaskets;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Any returns of any invoice in any order, beside a storekeeper with heaps and purses. */
class ReturnsPropertyTest {
  /** The most that one item takes (R-ALW-10). */
  private static final long MOST = 99_999_999;

  /** Of a whole order, or of what an earlier invoice left of it. */
  private static Invoice.Issued invoice(RandomGenerator random) {
    RandomBaskets baskets = new RandomBaskets(random);
    OrderContent order = baskets.order();
    OrderLine first = order.lines().getFirst();
    Part elsewhere =
        new Part(
            1,
            baskets.some(first.quantity().value()),
            Money.of(random.nextLong(Math.max(1, first.amount().twd()))));
    InvoiceDocument document =
        InvoiceOfOrder.of(
                new RelateNumber("R"),
                order,
                order.invoice(),
                List.of(),
                random.nextBoolean() ? List.of() : List.of(elsewhere))
            .document();
    return Invoice.request(
            new Invoice.Draft(
                new InvoiceId("R"),
                Samples.SHOP,
                Samples.ORDER,
                InvoiceReference.OF_PAYMENT,
                document,
                List.of(),
                Optional.empty(),
                Samples.NOW))
        .issued(Samples.invoiceFacts());
  }

  private static List<LineModel> left(Invoice.Issued invoice, List<Part> taken) {
    List<LineModel> lines = new ArrayList<>();
    for (InvoiceItem item : invoice.document().items()) {
      lines.add(new LineModel(item.count().value(), item.amount().longValueExact()));
    }
    taken.forEach(part -> lines.get(part.line() - 1).take(part.units(), part.amount().twd()));
    return lines;
  }

  private static List<ReturnedLine> returns(RandomGenerator random, List<LineModel> lines) {
    RandomBaskets baskets = new RandomBaskets(random);
    return IntStream.range(0, random.nextInt(1, 4))
        .mapToObj(_ -> {
          int line = random.nextInt(lines.size());
          LineModel left = lines.get(line);
          BigDecimal most =
              left.units().signum() == 0 || random.nextInt(10) == 0
                  ? left.units().add(BigDecimal.ONE)
                  : left.units();
          Optional<Quantity> quantity =
              random.nextInt(4) > 0
                  ? Optional.of(new Quantity(baskets.some(most).min(new BigDecimal("99999999"))))
                  : Optional.empty();
          Optional<Money> amount =
              quantity.isEmpty() || random.nextInt(3) == 0
                  ? Optional.of(Money.of(random.nextLong(left.dollars() + 2)))
                  : Optional.empty();
          return new ReturnedLine(line + 1, quantity, amount);
        })
        .toList();
  }

  /** What the storekeeper takes back, or nothing if he refuses. */
  private static Optional<List<Part>> takenBack(List<ReturnedLine> lines, List<LineModel> model) {
    List<Part> parts = new ArrayList<>();
    long sum = 0;
    long items = 0;
    for (ReturnedLine line : lines) {
      LineModel left = model.get(line.sequence() - 1);
      BigDecimal units = line.quantity().map(Quantity::value).orElse(BigDecimal.ZERO);
      if (!left.holds(units)) {
        return Optional.empty();
      }
      long amount = line.amount().map(Money::twd).orElseGet(() -> left.share(units));
      if (amount > left.dollars() || (amount == 0 && units.signum() == 0)) {
        return Optional.empty();
      }
      left.take(units, amount);
      sum += amount;
      items += (amount + MOST - 1) / MOST;
      parts.add(new Part(line.sequence(), units, Money.of(amount)));
    }
    return sum > 0 && items <= 999 ? Optional.of(parts) : Optional.empty();
  }

  private static Calculated calculated(
      Invoice.Issued invoice, List<ReturnedLine> lines, List<Part> before) {
    Calculated calculated =
        AllowanceOfInvoice.of(
            invoice, Samples.onlineConsent(), Optional.empty(), lines, before, false);
    AllowanceDocument document = calculated.document();
    BigDecimal sum = BigDecimal.ZERO;
    for (AllowanceItem item : document.items()) {
      BigDecimal off = item.price().value().multiply(item.count().value()).subtract(item.amount());
      assertThat(off.abs()).isLessThanOrEqualTo(BigDecimal.ONE);
      assertThat(item.amount().longValueExact()).isBetween(1L, MOST);
      assertThat(item.count().value().scale()).isLessThanOrEqualTo(2);
      assertThat(item.price().value()).isLessThan(BigDecimal.valueOf(100_000_000));
      assertThat(item.tax()).isPresent();
      sum = sum.add(item.amount());
    }
    assertThat(document.amount().twd()).isEqualTo(sum.longValueExact()).isEqualTo(sum(calculated));
    return calculated;
  }

  private static long sum(Calculated calculated) {
    return calculated.parts().stream().mapToLong(part -> part.amount().twd()).sum();
  }

  @Rule({"R-ALW-01", "R-ALW-03", "R-ALW-04", "R-ALW-05", "R-ALW-06", "R-ALW-07", "R-ALW-08"})
  @Test
  void whateverGoesBackTheAllowancesOfAFullReturnAddUpToTheInvoice() {
    Property.of(3000)
        .holds(random -> {
          Invoice.Issued invoice = invoice(random);
          List<Part> returned = new ArrayList<>();
          for (int i = random.nextInt(5); i > 0; i--) {
            List<LineModel> model = left(invoice, returned);
            List<ReturnedLine> lines = returns(random, model);
            Optional<List<Part>> expected = takenBack(lines, model);
            try {
              Calculated allowance = calculated(invoice, lines, returned);
              assertThat(allowance.parts()).isEqualTo(expected.orElse(List.of()));
              returned.addAll(allowance.parts());
            } catch (RuleViolationException refused) {
              assertThat(expected).as(refused.getMessage()).isEmpty();
              assertThat(refused.violations())
                  .allMatch(one ->
                      Set.of("R-ALW-01", "R-ALW-03", "R-ALW-04", "R-ALW-11").contains(one.rule()));
            }
          }
          returnTheRest(invoice, returned);
          assertThat(left(invoice, returned)).allMatch(line -> line.dollars() == 0);
          assertThat(returned.stream().mapToLong(part -> part.amount().twd()).sum())
              .isEqualTo(invoice.document().salesAmount().twd());
        });
  }

  /** Line by line, in as many allowances as 999 items of 8 digits need. */
  private static void returnTheRest(Invoice.Issued invoice, List<Part> returned) {
    List<LineModel> model = left(invoice, returned);
    for (int i = 0; i < model.size(); i++) {
      LineModel left = model.get(i);
      while (left.dollars() > 0) {
        boolean tooMuch = left.dollars() > 999 * MOST;
        BigDecimal units = tooMuch ? BigDecimal.ZERO : left.units();
        ReturnedLine line =
            new ReturnedLine(
                i + 1,
                Optional.of(units).filter(some -> some.signum() > 0).map(Quantity::new),
                Optional.of(Money.of(Math.min(left.dollars(), 999 * MOST))));
        Calculated allowance = calculated(invoice, List.of(line), returned);
        allowance.parts().forEach(part -> left.take(part.units(), part.amount().twd()));
        returned.addAll(allowance.parts());
      }
    }
  }
}
