package ecpay.domain.order;

import ecpay.domain.money.Money;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was agreed when an order was placed; it never changes afterwards.
 *
 * @param lines 1 to 999 lines, the most that one invoice takes (R-INV-06)
 * @param total whole TWD, at least 1 (R-ORD-04), the sum of the lines (R-ORD-06)
 * @param description ECPay's TradeDesc, 1 to 200 characters (R-ORD-08)
 * @param invoice how the invoice reaches the buyer
 * @param timing when the invoice is issued
 */
public record OrderContent(
    Buyer buyer,
    List<OrderLine> lines,
    Money total,
    String description,
    InvoicePreference invoice,
    InvoiceTiming timing) {
  private static final int MOST_LINES = 999;

  /** ECPay takes 400 characters of ItemName; we stay within half of it (R-ORD-07). */
  private static final int ITEM_NAME_CHARACTERS = 200;

  public OrderContent {
    lines = List.copyOf(lines);
    Violations violations = new Violations();
    violations.require(
        !lines.isEmpty() && lines.size() <= MOST_LINES,
        "R-INV-06",
        "lines",
        "an order has 1 to 999 lines");
    violations.require(
        total.isPositive(), "R-ORD-04", "total", "a total is a whole amount of at least 1 TWD");
    violations.require(
        sum(lines) == total.twd(),
        "R-ORD-06",
        "total",
        "the lines add up to " + sum(lines) + " TWD, not to " + total);
    violations.require(
        !description.isBlank() && description.length() <= 200,
        "R-ORD-08",
        "description",
        "a description has 1 to 200 characters");
    EcpayText.screen(violations, "description", description);
    EcpayText.screen(violations, "lines", itemName(lines));
    violations.throwIfAny();
  }

  /** An order that is invoiced at once when it is paid. */
  public OrderContent(
      Buyer buyer,
      List<OrderLine> lines,
      Money total,
      String description,
      InvoicePreference invoice) {
    this(buyer, lines, total, description, invoice, new InvoiceTiming.OnPayment());
  }

  /**
   * Makes sure that ECPay's hosted page takes these texts.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-ORD-10, naming word or symbol and field
   */
  public void demandFitForHostedPage() {
    Violations violations = new Violations();
    EcpayText.screenHosted(violations, "description", description);
    EcpayText.screenHosted(violations, "lines", itemName());
    violations.throwIfAny();
  }

  private static long sum(List<OrderLine> lines) {
    return lines.stream().mapToLong(line -> line.amount().twd()).sum();
  }

  /**
   * ECPay's ItemName: the names of the lines joined with {@code #}, a {@code #} inside a name
   * replaced by {@code ＃}, cut at 200 characters without splitting one (R-ORD-07).
   */
  public String itemName() {
    return itemName(lines);
  }

  private static String itemName(List<OrderLine> lines) {
    String joined =
        lines.stream().map(line -> line.name().replace('#', '＃')).collect(Collectors.joining("#"));
    if (joined.length() <= ITEM_NAME_CHARACTERS) {
      return joined;
    }
    int end = ITEM_NAME_CHARACTERS;
    return joined.substring(0, Character.isHighSurrogate(joined.charAt(end - 1)) ? end - 1 : end);
  }
}
