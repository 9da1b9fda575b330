package ecpay.domain.invoice.document;

import ecpay.domain.money.LineBalance;
import ecpay.domain.money.LineBalances;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.PricedCount;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.order.Company;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.rule.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns an order, or a part of it, into the invoice document for it: one item per part. */
public final class InvoiceOfOrder {
  private InvoiceOfOrder() {}

  /**
   * A part of an order that is to be invoiced.
   *
   * @param line which line of the order, from 1
   * @param quantity how many of its units; when empty, all that are left, or none if an amount
   *     below the rest is given
   * @param amount whole TWD with tax; when empty, the units' share of what is left of the line
   */
  public record OrderedPart(int line, Optional<Quantity> quantity, Optional<Money> amount) {}

  /**
   * The invoice and what it takes of the order.
   *
   * @param parts one per item, in their order; a part's line is the order's
   */
  public record Calculated(InvoiceDocument document, List<Part> parts) {
    public Calculated {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The invoice of a whole order.
   *
   * @throws ecpay.domain.rule.RuleViolationException when the order cannot be invoiced as it is,
   *     such as zero-rated lines without a reason (R-INV-17)
   */
  public static InvoiceDocument document(RelateNumber relateNumber, OrderContent content) {
    return of(relateNumber, content, content.invoice(), List.of(), List.of()).document();
  }

  /**
   * The invoice of a part of an order. Parts of one line that are wanted more than once are taken
   * one after the other.
   *
   * @param delivery how this invoice reaches the buyer; its zero rating counts only if the part has
   *     zero-rated lines
   * @param wanted at most 999 parts; empty for all that is left
   * @param alreadyInvoiced what the order's live invoices hold
   * @throws ecpay.domain.rule.RuleViolationException with everything that is wrong: R-INV-34 for
   *     more than is left, R-INV-03 when nothing is left or wanted, and whatever the invoice breaks
   */
  public static Calculated of(
      RelateNumber relateNumber,
      OrderContent content,
      InvoicePreference delivery,
      List<OrderedPart> wanted,
      List<Part> alreadyInvoiced) {
    LineBalances left = new LineBalances(alreadyInvoiced);
    for (int i = 0; i < content.lines().size(); i++) {
      OrderLine line = content.lines().get(i);
      left.open(i + 1, line.quantity(), line.amount());
    }
    List<Part> parts = wanted.isEmpty() ? rest(content, left) : parts(wanted, left);
    long sum = parts.stream().mapToLong(part -> part.amount().twd()).sum();
    Violations.demand(sum > 0, "R-INV-03", "lines", "nothing is left to invoice in these lines");
    return new Calculated(document(relateNumber, content, delivery, parts, sum), parts);
  }

  private static List<Part> rest(OrderContent content, LineBalances left) {
    return IntStream.rangeClosed(1, content.lines().size())
        .filter(line -> left.of(line).orElseThrow().isOpen())
        .mapToObj(line -> left.takeAll(line))
        .toList();
  }

  private static List<Part> parts(List<OrderedPart> wanted, LineBalances left) {
    Violations violations = new Violations();
    violations.require(wanted.size() <= 999, "R-INV-06", "lines", "an invoice has 1 to 999 items");
    violations.throwIfAny();
    List<Violations.Part<Part>> parts = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      OrderedPart part = wanted.get(i);
      parts.add(violations.part("lines[" + i + "]", () -> take(part, left)));
    }
    violations.throwIfAny();
    return parts.stream().map(Violations.Part::get).toList();
  }

  private static Part take(OrderedPart wanted, LineBalances lines) {
    Optional<LineBalance> known = lines.of(wanted.line());
    Violations.demand(
        known.isPresent(), "R-INV-06", "line", "the order has no line " + wanted.line());
    LineBalance left = known.orElseThrow();
    Violations.demand(left.isOpen(), "R-INV-34", "line", "nothing is left of this line to invoice");
    boolean rest = wanted.amount().map(left.amount()::equals).orElse(true);
    BigDecimal units =
        wanted.quantity().map(Quantity::value).orElse(rest ? left.units() : BigDecimal.ZERO);
    Violations violations = new Violations();
    violations.require(
        left.holds(units),
        "R-INV-34",
        "quantity",
        "only " + left.units().toPlainString() + " of this line are left to invoice");
    wanted
        .amount()
        .ifPresent(amount -> {
          violations.require(
              !amount.isMoreThan(left.amount()),
              "R-INV-34",
              "amount",
              "only " + left.amount() + " of this line are left to invoice");
          violations.require(
              amount.isPositive() || units.signum() > 0,
              "R-INV-03",
              "amount",
              "a part without units is more than zero");
        });
    violations.throwIfAny();
    return lines.take(wanted.line(), units, wanted.amount().orElseGet(() -> left.shareOf(units)));
  }

  private static InvoiceDocument document(
      RelateNumber relateNumber,
      OrderContent content,
      InvoicePreference delivery,
      List<Part> parts,
      long salesAmount) {
    InvoicePreference applied = zeroRatingApplied(delivery, content, parts);
    Violations violations = new Violations();
    Violations.Part<Taxation> taxation =
        violations.part("invoice", () -> Taxation.of(kinds(content, parts), applied.zeroRating()));
    violations.throwIfAny();
    return new InvoiceDocument(
        relateNumber,
        applied.company().map(Company::name).orElse(content.buyer().name()),
        content.buyer().email(),
        content.buyer().phone(),
        applied,
        taxation.get(),
        IntStream.range(0, parts.size())
            .mapToObj(i -> item(i + 1, content.lines().get(parts.get(i).line() - 1), parts.get(i)))
            .toList(),
        Money.of(salesAmount));
  }

  /** A rating that is meant for lines of the order outside of this part is left out (R-INV-17). */
  private static InvoicePreference zeroRatingApplied(
      InvoicePreference delivery, OrderContent content, List<Part> parts) {
    boolean meantForOthers =
        content.lines().stream().anyMatch(line -> line.tax() == TaxKind.ZERO_RATED)
            && !kinds(content, parts).contains(TaxKind.ZERO_RATED);
    return meantForOthers ? delivery.with(Optional.empty()) : delivery;
  }

  private static Set<TaxKind> kinds(OrderContent content, List<Part> parts) {
    return parts.stream()
        .map(part -> content.lines().get(part.line() - 1).tax())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static InvoiceItem item(int sequence, OrderLine line, Part part) {
    PricedCount fitted =
        PricedCount.of(line.price(), part.units(), part.amount(), PricedCount.Limits.INVOICE);
    return new InvoiceItem(
        sequence,
        line.name(),
        fitted.count(),
        fitted.unit(line.unit()),
        fitted.price(),
        Optional.of(line.tax()),
        BigDecimal.valueOf(part.amount().twd()));
  }
}
