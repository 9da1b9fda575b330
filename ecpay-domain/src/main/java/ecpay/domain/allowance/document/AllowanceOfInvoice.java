package ecpay.domain.allowance.document;

import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.InvoiceItem;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.money.LineBalance;
import ecpay.domain.money.LineBalances;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.money.PricedCount;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Shares;
import ecpay.domain.money.TaxKind;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns what goes back of an invoice into the allowance document for it, to the last dollar. */
public final class AllowanceOfInvoice {
  private static final int MOST_ITEMS = 999;

  private AllowanceOfInvoice() {}

  /**
   * What goes back of one line.
   *
   * @param sequence which line of the invoice, from 1
   * @param quantity how many of its units; when empty, the amount reduces the price alone
   * @param amount whole TWD with tax; when empty, the units' share of what is left of the line
   */
  public record ReturnedLine(int sequence, Optional<Quantity> quantity, Optional<Money> amount) {
    /** Goods that go back. */
    public ReturnedLine(int sequence, Quantity quantity, Optional<Money> amount) {
      this(sequence, Optional.of(quantity), amount);
    }
  }

  /**
   * The allowance and what it takes of the invoice.
   *
   * @param parts one per returned line, in their order, those without dollars as well; a part's
   *     line is the invoice's ItemSeq
   */
  public record Calculated(AllowanceDocument document, List<Part> parts) {
    public Calculated {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The allowance for what goes back. Returns of one line that are listed more than once are taken
   * one after the other.
   *
   * @param lines at most 999
   * @param alreadyReturned what the invoice's allowances hold that hold their amount (R-ALW-04)
   * @param strictMixed whether an allowance of a mixed invoice must be mixed itself (R-ALW-13,
   *     D-46)
   * @throws ecpay.domain.rule.RuleViolationException with everything that is wrong with the lines:
   *     R-ALW-04 for more units and R-ALW-03 for more dollars than are left, R-ALW-01 when nothing
   *     is worth giving back, and whatever the allowance breaks
   */
  public static Calculated of(
      Invoice.Issued invoice,
      Consent consent,
      Optional<String> customerName,
      List<ReturnedLine> lines,
      List<Part> alreadyReturned,
      boolean strictMixed) {
    List<InvoiceItem> sold = invoice.document().items();
    List<Part> parts = parts(lines, balances(sold, alreadyReturned));
    List<AllowanceItem> items = items(sold, parts);
    AllowableInvoice allowable = allowable(invoice);
    Violations violations = new Violations();
    violations.require(
        !items.isEmpty(), "R-ALW-01", "lines", "nothing in these lines is worth giving back");
    violations.require(
        items.isEmpty() || !strictMixed || !allowable.mixed() || isMixed(items),
        "R-ALW-13",
        "lines",
        "an allowance of a mixed invoice takes back a taxable line and one of the other kind");
    violations.throwIfAny();
    Money total = Money.of(items.stream().mapToLong(item -> item.amount().longValueExact()).sum());
    return new Calculated(
        new AllowanceDocument(allowable, consent, customerName, total, items), parts);
  }

  /**
   * All that is left of an invoice, line by line.
   *
   * @param alreadyReturned what its allowances hold that hold their amount (R-ALW-04)
   */
  public static List<ReturnedLine> rest(Invoice.Issued invoice, List<Part> alreadyReturned) {
    LineBalances left = balances(invoice.document().items(), alreadyReturned);
    return invoice.document().items().stream()
        .map(InvoiceItem::sequence)
        .filter(line -> left.of(line).orElseThrow().amount().isPositive())
        .map(line -> returned(left.takeAll(line)))
        .toList();
  }

  /**
   * So many dollars of an invoice, taken off its lines in proportion to what is left of them.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-ALW-03 above what is left
   */
  public static List<ReturnedLine> share(
      Invoice.Issued invoice, List<Part> alreadyReturned, Money amount) {
    List<ReturnedLine> rest = rest(invoice, alreadyReturned);
    long left = rest.stream().mapToLong(line -> line.amount().orElseThrow().twd()).sum();
    Violations.demand(
        amount.twd() <= left,
        "R-ALW-03",
        "amount",
        "only " + left + " TWD of the invoice are left to give back");
    List<Money> shares =
        Shares.of(
            BigDecimal.valueOf(amount.twd()),
            rest.stream()
                .map(line -> BigDecimal.valueOf(line.amount().orElseThrow().twd()))
                .toList());
    List<ReturnedLine> lines = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      if (shares.get(i).isPositive()) {
        lines.add(
            new ReturnedLine(rest.get(i).sequence(), Optional.empty(), Optional.of(shares.get(i))));
      }
    }
    return lines;
  }

  /** What is asked for to take exactly that part. */
  public static ReturnedLine returned(Part part) {
    return new ReturnedLine(
        part.line(),
        part.units().signum() > 0 ? Optional.of(new Quantity(part.units())) : Optional.empty(),
        Optional.of(part.amount()));
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

  /** What is left of the invoice's lines, in whole dollars that add up to its SalesAmount. */
  private static LineBalances balances(List<InvoiceItem> sold, List<Part> alreadyReturned) {
    LineBalances left = new LineBalances(alreadyReturned);
    List<Money> dollars = Shares.of(sold.stream().map(InvoiceItem::amount).toList());
    for (int i = 0; i < sold.size(); i++) {
      left.open(sold.get(i).sequence(), sold.get(i).count(), dollars.get(i));
    }
    return left;
  }

  private static List<Part> parts(List<ReturnedLine> lines, LineBalances left) {
    Violations.demand(
        lines.size() <= MOST_ITEMS, "R-ALW-11", "lines", "an allowance has at most 999 lines");
    Violations violations = new Violations();
    List<Violations.Part<Part>> parts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      ReturnedLine line = lines.get(i);
      parts.add(violations.part("lines[" + i + "]", () -> take(line, left)));
    }
    violations.throwIfAny();
    return parts.stream().map(Violations.Part::get).toList();
  }

  private static Part take(ReturnedLine line, LineBalances lines) {
    Optional<LineBalance> known = lines.of(line.sequence());
    Violations.demand(
        known.isPresent(), "R-ALW-11", "line", "the invoice has no line " + line.sequence());
    LineBalance left = known.orElseThrow();
    BigDecimal units = line.quantity().map(Quantity::value).orElse(BigDecimal.ZERO);
    Violations violations = new Violations();
    violations.require(
        left.holds(units),
        "R-ALW-04",
        "quantity",
        "only " + left.units().toPlainString() + " of this line are left to go back");
    violations.require(
        line.amount().map(amount -> !amount.isMoreThan(left.amount())).orElse(true),
        "R-ALW-03",
        "amount",
        "only " + left.amount() + " of this line are left to give back");
    violations.require(
        line.quantity().isPresent() || line.amount().filter(Money::isPositive).isPresent(),
        "R-ALW-01",
        "amount",
        "say how many units go back, or how many dollars");
    violations.throwIfAny();
    return lines.take(line.sequence(), units, line.amount().orElseGet(() -> left.shareOf(units)));
  }

  /** What is worth nothing is not written down; what is worth too much is cut (R-ALW-10). */
  private static List<AllowanceItem> items(List<InvoiceItem> sold, List<Part> parts) {
    Map<Integer, InvoiceItem> bySequence =
        sold.stream().collect(Collectors.toMap(InvoiceItem::sequence, Function.identity()));
    List<AllowanceItem> items = new ArrayList<>();
    for (Part part : parts) {
      if (part.amount().isPositive()) {
        InvoiceItem item = Objects.requireNonNull(bySequence.get(part.line()));
        List<PricedCount> cut =
            PricedCount.cut(
                item.price(), part.units(), part.amount(), PricedCount.Limits.ALLOWANCE);
        Violations.demand(
            items.size() + cut.size() <= MOST_ITEMS,
            "R-ALW-11",
            "lines",
            "this needs more than 999 items of at most 99,999,999 TWD: give it back in parts");
        cut.forEach(fitted -> items.add(item(items.size() + 1, item, fitted)));
      }
    }
    return items;
  }

  private static AllowanceItem item(int sequence, InvoiceItem sold, PricedCount fitted) {
    return new AllowanceItem(
        sequence,
        shortened(sold.name()),
        fitted.count(),
        fitted.unit(sold.unit()),
        fitted.price(),
        sold.tax(),
        BigDecimal.valueOf(fitted.amount().twd()));
  }

  /** An invoice takes names of 500 characters, an allowance 100; no character is split (D-17). */
  private static String shortened(String name) {
    String bare = name.strip();
    if (bare.length() <= 100) {
      return bare;
    }
    return bare.substring(0, Character.isHighSurrogate(bare.charAt(99)) ? 99 : 100);
  }

  private static boolean isMixed(List<AllowanceItem> items) {
    Set<TaxKind> kinds =
        items.stream().flatMap(item -> item.tax().stream()).collect(Collectors.toSet());
    return kinds.contains(TaxKind.TAXABLE) && kinds.size() > 1;
  }
}
