package ecpay.domain.invoice;

import ecpay.domain.money.TaxKind;
import ecpay.domain.order.Company;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.rule.Violations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns what was ordered into the invoice document for it: one item per line, nothing rounded. */
public final class InvoiceOfOrder {
  private InvoiceOfOrder() {}

  /**
   * @throws ecpay.domain.rule.RuleViolationException when the order cannot be invoiced as it is,
   *     such as zero-rated lines without a reason (R-INV-17)
   */
  public static InvoiceDocument document(RelateNumber relateNumber, OrderContent content) {
    Set<TaxKind> kinds =
        content.lines().stream().map(OrderLine::tax).collect(Collectors.toUnmodifiableSet());
    Violations violations = new Violations();
    Violations.Part<Taxation> taxation =
        violations.part("invoice", () -> Taxation.of(kinds, content.invoice().zeroRating()));
    violations.throwIfAny();
    return new InvoiceDocument(
        relateNumber,
        content.invoice().company().map(Company::name).orElse(content.buyer().name()),
        content.buyer().email(),
        content.buyer().phone(),
        content.invoice(),
        taxation.get(),
        items(content.lines()),
        content.total());
  }

  private static List<InvoiceItem> items(List<OrderLine> lines) {
    return IntStream.range(0, lines.size()).mapToObj(i -> item(i + 1, lines.get(i))).toList();
  }

  private static InvoiceItem item(int sequence, OrderLine line) {
    return new InvoiceItem(
        sequence,
        line.name(),
        line.quantity(),
        line.unit(),
        line.price(),
        Optional.of(line.tax()),
        BigDecimal.valueOf(line.amount().twd()));
  }
}
