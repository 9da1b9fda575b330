package ecpay.domain.invoice.document;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.Rounding;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of ECPay's Issue. Prices include tax (vat 1); other prices are not offered (U-05).
 *
 * @param customerName CustomerName: the company's name when a company buys, else the buyer's
 * @param email CustomerEmail; it or a phone is present (R-INV-13)
 * @param delivery print, carrier, donation and company (R-INV-07 to R-INV-12)
 * @param items 1 to 999 without repeated sequence (R-INV-06)
 * @param salesAmount whole TWD above zero, the rounded sum of the items (R-INV-03)
 */
public record InvoiceDocument(
    RelateNumber relateNumber,
    String customerName,
    Optional<EmailAddress> email,
    Optional<PhoneNumber> phone,
    InvoicePreference delivery,
    Taxation taxation,
    List<InvoiceItem> items,
    Money salesAmount) {
  public InvoiceDocument {
    items = List.copyOf(items);
    Violations violations = new Violations();
    violations.require(
        email.isPresent() || phone.isPresent(),
        "R-INV-13",
        "email",
        "an invoice needs the buyer's email or phone");
    violations.require(
        !customerName.isBlank() && customerName.length() <= 60,
        "R-INV-12",
        "customerName",
        "a customer's name has 1 to 60 characters");
    violations.require(
        !items.isEmpty() && items.size() <= 999, "R-INV-06", "items", "1 to 999 items");
    violations.require(
        items.stream().mapToInt(InvoiceItem::sequence).distinct().count() == items.size(),
        "R-INV-06",
        "items",
        "ItemSeq does not repeat");
    BigDecimal sum =
        items.stream().map(InvoiceItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    violations.require(
        salesAmount.isPositive() && Rounding.isWhole(salesAmount, sum),
        "R-INV-03",
        "salesAmount",
        "SalesAmount is above zero and the rounded sum of the items, " + sum.toPlainString());
    EcpayText.screen(violations, "customerName", customerName);
    taxation.fits(violations, items);
    violations.throwIfAny();
  }
}
