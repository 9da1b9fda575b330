package ecpay.acceptance.random;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.AllowanceGateway.PaperAllowance;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceOfInvoice;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.InvoiceOfOrder.OrderedPart;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.Quantity;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderId;
import ecpay.domain.pricing.RandomBaskets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The life of one random order: invoiced in one or several pieces, and taken back in many. */
final class RandomLife {
  /** More would be no more random, only slower. */
  private static final int MOST_RETURNS = 3;

  /** 999 items of 8 digits are the most that one allowance takes (R-ALW-10, R-ALW-11). */
  private static final long MOST_AT_ONCE = 999L * 99_999_999;

  /** Well below it, so that the rest of a few lines, cut into items, is one allowance. */
  private static final long MOST_TOGETHER = MOST_AT_ONCE / 2;

  private final Counter ecpay;
  private final RandomGenerator random;
  private final RandomBaskets baskets;
  private final int number;
  private int allowances;

  RandomLife(Counter ecpay, RandomGenerator random, int number) {
    this.ecpay = ecpay;
    this.random = random;
    this.baskets = new RandomBaskets(random);
    this.number = number;
  }

  /**
   * What was done, in numbers.
   *
   * @param settled how many answers were lost and then asked for
   */
  record Tally(
      long orders,
      long invoices,
      long allowances,
      long invoicedTwd,
      long returnedTwd,
      long settled) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
      return new Tally(
          orders + other.orders,
          invoices + other.invoices,
          allowances + other.allowances,
          invoicedTwd + other.invoicedTwd,
          returnedTwd + other.returnedTwd,
          settled + other.settled);
    }
  }

  Tally live() {
    OrderContent order = baskets.order();
    List<Part> invoiced = new ArrayList<>();
    long invoicedTwd = 0;
    long returnedTwd = 0;
    int invoices = 0;
    while (invoicedTwd < order.total().twd()) {
      boolean last = invoices >= 2 || random.nextInt(3) > 0;
      InvoiceOfOrder.Calculated calculated =
          InvoiceOfOrder.of(
              new RelateNumber("R" + number + "X" + invoices),
              order,
              order.invoice(),
              last ? List.of() : List.of(somePart(order, invoiced)),
              invoiced);
      Invoice.Issued invoice = issue(calculated.document(), calculated.parts());
      assertThat(sum(calculated.parts())).isEqualTo(calculated.document().salesAmount().twd());
      invoiced.addAll(calculated.parts());
      invoicedTwd += calculated.document().salesAmount().twd();
      invoices++;
      returnedTwd += takeAllBack(invoice);
    }
    assertThat(invoicedTwd).as("all invoices of the order").isEqualTo(order.total().twd());
    return new Tally(1, invoices, allowances, invoicedTwd, returnedTwd, ecpay.settled());
  }

  /** A part of a line that is worth something and is not the last of the order. */
  private OrderedPart somePart(OrderContent order, List<Part> invoiced) {
    List<Integer> open = new ArrayList<>();
    for (int line = 1; line <= order.lines().size(); line++) {
      if (leftOf(order, line, invoiced) > 0) {
        open.add(line);
      }
    }
    int line = open.get(random.nextInt(open.size()));
    long left = leftOf(order, line, invoiced);
    return new OrderedPart(
        line, Optional.empty(), Optional.of(Money.of(random.nextLong(left) + 1)));
  }

  private static long leftOf(OrderContent order, int line, List<Part> taken) {
    return order.lines().get(line - 1).amount().twd()
        - taken.stream().filter(part -> part.line() == line).mapToLong(p -> p.amount().twd()).sum();
  }

  private Invoice.Issued issue(InvoiceDocument document, List<Part> parts) {
    return Invoice.request(
            new Invoice.Draft(
                new InvoiceId(document.relateNumber().value()),
                Samples.SHOP,
                new OrderId("O" + number),
                InvoiceReference.OF_PAYMENT,
                document,
                parts,
                Optional.empty(),
                Samples.NOW))
        .issued(ecpay.issue(document));
  }

  /** Returns goods and reduces prices at random, voids some of that again, then takes the rest. */
  private long takeAllBack(Invoice.Issued invoice) {
    long total = invoice.document().salesAmount().twd();
    List<Part> returned = new ArrayList<>();
    for (int turn = random.nextInt(MOST_RETURNS); turn > 0 && sum(returned) < total; turn--) {
      Optional<ReturnedLine> line = someLine(invoice, returned);
      if (line.isPresent()) {
        takeBack(invoice, List.of(line.get()), returned, random.nextInt(5) == 0);
      }
    }
    takeTheRest(invoice, returned);
    assertThat(sum(returned)).as("all allowances of an invoice that went back").isEqualTo(total);
    return sum(returned);
  }

  private void takeTheRest(Invoice.Issued invoice, List<Part> returned) {
    long total = invoice.document().salesAmount().twd();
    while (sum(returned) < total) {
      boolean atOnce = total - sum(returned) <= MOST_TOGETHER;
      List<ReturnedLine> rest =
          IntStream.rangeClosed(1, invoice.document().items().size())
              .filter(line -> dollarsLeft(invoice, line, returned) > 0)
              .limit(atOnce ? Long.MAX_VALUE : 1)
              .mapToObj(line -> rest(invoice, line, returned))
              .toList();
      takeBack(invoice, rest, returned, false);
    }
  }

  private ReturnedLine rest(Invoice.Issued invoice, int line, List<Part> returned) {
    BigDecimal units = unitsLeft(invoice, line, returned);
    long dollars = dollarsLeft(invoice, line, returned);
    return units.signum() > 0 && dollars <= MOST_AT_ONCE
        ? new ReturnedLine(line, Optional.of(new Quantity(units)), Optional.empty())
        : moneyOff(line, Math.min(dollars, MOST_AT_ONCE));
  }

  private static ReturnedLine moneyOff(int line, long dollars) {
    return new ReturnedLine(line, Optional.empty(), Optional.of(Money.of(dollars)));
  }

  /** Goods of one line, or money off it; empty if the share of so few units is no dollar. */
  private Optional<ReturnedLine> someLine(Invoice.Issued invoice, List<Part> returned) {
    int line = random.nextInt(invoice.document().items().size()) + 1;
    long dollars = dollarsLeft(invoice, line, returned);
    BigDecimal units = unitsLeft(invoice, line, returned);
    if (dollars == 0) {
      return Optional.empty();
    }
    if (units.signum() == 0 || dollars > MOST_AT_ONCE || random.nextInt(3) == 0) {
      return Optional.of(moneyOff(line, random.nextLong(Math.min(dollars, MOST_AT_ONCE)) + 1));
    }
    BigDecimal some = baskets.some(units);
    boolean worthADollar = some.multiply(BigDecimal.valueOf(2 * dollars)).compareTo(units) >= 0;
    return worthADollar
        ? Optional.of(new ReturnedLine(line, Optional.of(new Quantity(some)), Optional.empty()))
        : Optional.empty();
  }

  private static long dollarsLeft(Invoice.Issued invoice, int line, List<Part> returned) {
    long sold = invoice.document().items().get(line - 1).amount().longValueExact();
    return sold
        - returned.stream().filter(p -> p.line() == line).mapToLong(p -> p.amount().twd()).sum();
  }

  private static BigDecimal unitsLeft(Invoice.Issued invoice, int line, List<Part> returned) {
    return returned.stream()
        .filter(part -> part.line() == line)
        .map(Part::units)
        .reduce(invoice.document().items().get(line - 1).count().value(), BigDecimal::subtract);
  }

  /** ECPay must say that as much remains as we say. */
  private void takeBack(
      Invoice.Issued invoice, List<ReturnedLine> lines, List<Part> returned, boolean thenVoid) {
    AllowanceOfInvoice.Calculated calculated =
        AllowanceOfInvoice.of(
            invoice, Samples.paperConsent(), Optional.empty(), lines, returned, false);
    AllowanceDocument document = calculated.document();
    long before = invoice.document().salesAmount().twd() - sum(returned);
    PaperAllowance made = ecpay.allowance(invoice, document, before);
    allowances++;
    assertThat(made.remaining().twd())
        .as("what ECPay says remains")
        .isEqualTo(before - document.amount().twd());
    assertThat(sum(calculated.parts())).isEqualTo(document.amount().twd());
    if (thenVoid) {
      ecpay.takeBack(invoice, made.number());
    } else {
      returned.addAll(calculated.parts());
    }
  }

  private static long sum(List<Part> parts) {
    return parts.stream().mapToLong(part -> part.amount().twd()).sum();
  }
}
