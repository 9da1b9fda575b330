package ecpay.domain.allowance.document;

import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.money.Money;
import ecpay.domain.money.TaxKind;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is asked of ECPay's Allowance or AllowanceByCollegiate.
 *
 * @param customerName at most 60 characters; for an online allowance only digits, CJK and Latin
 *     letters (R-ALW-15)
 * @param amount whole TWD above zero (R-ALW-01), at most the invoice's total (R-ALW-02), the exact
 *     sum of the items (R-ALW-05)
 * @param items 1 to 999, of one tax kind or both of a mixed invoice (R-ALW-13, D-46)
 */
public record AllowanceDocument(
    AllowableInvoice invoice,
    Consent consent,
    Optional<String> customerName,
    Money amount,
    List<AllowanceItem> items) {
  private static final Pattern ONLINE_NAME = Pattern.compile("[\\p{IsHan}\\p{IsLatin}\\p{Nd}]+");

  public AllowanceDocument {
    items = List.copyOf(items);
    Violations violations = new Violations();
    violations.require(amount.isPositive(), "R-ALW-01", "amount", "an allowance is more than zero");
    violations.require(
        !amount.isMoreThan(invoice.total()),
        "R-ALW-02",
        "amount",
        "an allowance is at most the invoice's total of " + invoice.total());
    BigDecimal sum =
        items.stream().map(AllowanceItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    violations.require(
        sum.compareTo(BigDecimal.valueOf(amount.twd())) == 0,
        "R-ALW-05",
        "amount",
        "the items add up to " + sum.toPlainString() + " TWD, not to " + amount);
    violations.require(
        !items.isEmpty()
            && items.size() <= 999
            && items.stream().mapToInt(AllowanceItem::sequence).distinct().count() == items.size(),
        "R-ALW-11",
        "items",
        "1 to 999 items whose ItemSeq does not repeat");
    for (int i = 0; i < items.size(); i++) {
      checkTax(violations, "items[" + i + "].tax", invoice, items.get(i).tax());
    }
    customerName.ifPresent(name -> checkName(violations, name, consent));
    violations.throwIfAny();
  }

  /** The same allowance, agreed to like that. */
  public AllowanceDocument with(Consent changed) {
    return new AllowanceDocument(invoice, changed, customerName, amount, items);
  }

  /** Whether the buyer's signature on the paper slip is still to be obtained (R-ALW-33). */
  public boolean owesSignature() {
    return consent instanceof Consent.Paper paper
        && paper.signature() instanceof Consent.Signature.Owed;
  }

  /** How it divides by tax, by the rule that divides its invoice: whole TWD. */
  public TaxSplit taxSplit() {
    return TaxSplit.of(sum(TaxKind.TAXABLE), sum(TaxKind.ZERO_RATED), sum(TaxKind.EXEMPT));
  }

  private Money sum(TaxKind kind) {
    return Money.of(
        items.stream()
            .filter(item -> item.tax().orElseGet(this::kindOfInvoice) == kind)
            .mapToLong(item -> item.amount().longValueExact())
            .sum());
  }

  /** An invoice that is not mixed has one kind; without any it is taxable. */
  private TaxKind kindOfInvoice() {
    return invoice.taxKinds().stream().findFirst().orElse(TaxKind.TAXABLE);
  }

  private static void checkTax(
      Violations violations, String field, AllowableInvoice invoice, Optional<TaxKind> tax) {
    violations.require(
        tax.map(invoice.taxKinds()::contains).orElse(!invoice.mixed()),
        "R-ALW-12",
        field,
        "an item's tax is one of the invoice's kinds " + invoice.taxKinds());
  }

  private static void checkName(Violations violations, String name, Consent consent) {
    violations.require(
        !name.isBlank() && name.length() <= 60,
        "R-ALW-15",
        "customerName",
        "a customer's name has 1 to 60 characters");
    EcpayText.screen(violations, "customerName", name);
    if (consent instanceof Consent.Online) {
      violations.require(
          ONLINE_NAME.matcher(name).matches(),
          "R-ALW-15",
          "customerName",
          "an online allowance takes a name of digits, Chinese or Latin letters only");
    }
  }
}
