package ecpay.domain.allowance;

import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceItem;
import ecpay.domain.invoice.TaxType;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.rule.Violations;
import ecpay.domain.rule.Violations.Part;
import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the lines of an invoice that go back into the allowance document for them. */
public final class AllowanceOfInvoice {
  private AllowanceOfInvoice() {}

  /**
   * A line that goes back.
   *
   * @param sequence which line of the invoice, from 1
   * @param quantity how much of it; all parts of a line together at most what it holds
   * @param amount whole TWD with tax; when empty, the line's own amount if all of it goes back,
   *     else price times quantity, rounded half up
   */
  public record ReturnedLine(int sequence, Quantity quantity, Optional<Money> amount) {}

  /**
   * @throws ecpay.domain.rule.RuleViolationException with everything that is wrong with the lines
   */
  public static AllowanceDocument document(
      Invoice.Issued invoice,
      Consent consent,
      Optional<String> customerName,
      List<ReturnedLine> lines) {
    AllowableInvoice allowable = allowable(invoice);
    Map<Integer, BigDecimal> returned =
        lines.stream()
            .collect(
                Collectors.toMap(
                    ReturnedLine::sequence, line -> line.quantity().value(), BigDecimal::add));
    Violations violations = new Violations();
    List<Part<AllowanceItem>> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int sequence = i + 1;
      ReturnedLine line = lines.get(i);
      parts.add(violations.part("lines[" + i + "]", () -> item(sequence, invoice, line, returned)));
    }
    violations.throwIfAny();
    List<AllowanceItem> items = parts.stream().map(Part::get).toList();
    Part<AllowanceDocument> document =
        violations.part(
            "", () -> new AllowanceDocument(allowable, consent, customerName, total(items), items));
    violations.throwIfAny();
    return document.get();
  }

  private static AllowableInvoice allowable(Invoice.Issued invoice) {
    Set<TaxKind> kinds =
        invoice.document().items().stream()
            .flatMap(item -> item.tax().stream())
            .collect(Collectors.toUnmodifiableSet());
    return new AllowableInvoice(
        invoice.facts().number(),
        Taipei.dateOf(invoice.facts().issuedAt()),
        invoice.document().salesAmount(),
        kinds,
        invoice.document().taxation().tax() == TaxType.MIXED);
  }

  private static AllowanceItem item(
      int sequence, Invoice.Issued invoice, ReturnedLine line, Map<Integer, BigDecimal> returned) {
    Optional<InvoiceItem> sold =
        invoice.document().items().stream()
            .filter(item -> item.sequence() == line.sequence())
            .findFirst();
    Violations.demand(
        sold.isPresent(), "R-ALW-11", "line", "the invoice has no line " + line.sequence());
    InvoiceItem item = sold.orElseThrow();
    Violations.demand(
        returned.getOrDefault(line.sequence(), BigDecimal.ZERO).compareTo(item.count().value())
            <= 0,
        "R-ALW-08",
        "quantity",
        "at most " + item.count().value().toPlainString() + " of this line were sold");
    Money amount = line.amount().orElseGet(() -> usualAmount(item, line.quantity()));
    return new AllowanceItem(
        sequence,
        item.name(),
        line.quantity(),
        item.unit(),
        item.price(),
        item.tax(),
        BigDecimal.valueOf(amount.twd()));
  }

  /** What a line was sold for goes back whole, however its price was rounded. */
  private static Money usualAmount(InvoiceItem sold, Quantity quantity) {
    return Rounding.toWholeDollars(
        quantity.equals(sold.count())
            ? sold.amount()
            : sold.price().value().multiply(quantity.value()));
  }

  private static Money total(List<AllowanceItem> items) {
    return Money.of(items.stream().mapToLong(item -> item.amount().longValueExact()).sum());
  }
}
