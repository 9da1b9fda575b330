package ecpay.domain.invoice.document;

import ecpay.domain.money.Digits;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of an invoice.
 *
 * @param sequence ItemSeq, 1 to 999 (R-INV-06)
 * @param name 1 to 500 characters (R-INV-06, D-17)
 * @param unit ItemWord, 1 to 6 characters (R-INV-06)
 * @param price tax-included price of one unit, TWD
 * @param tax ItemTaxType; may be empty unless the invoice is mixed
 * @param amount tax-included TWD, at most 12 digits before and 7 after the point (R-INV-05), within
 *     one dollar of price times count (R-INV-04)
 */
public record InvoiceItem(
    int sequence,
    String name,
    Quantity count,
    String unit,
    UnitPrice price,
    Optional<TaxKind> tax,
    BigDecimal amount) {
  public InvoiceItem {
    Violations violations = new Violations();
    violations.require(
        sequence >= 1 && sequence <= 999, "R-INV-06", "sequence", "ItemSeq is 1 to 999");
    violations.require(
        !name.isBlank() && name.length() <= 500,
        "R-INV-06",
        "name",
        "an item's name has 1 to 500 characters");
    violations.require(
        !unit.isBlank() && unit.length() <= 6,
        "R-INV-06",
        "unit",
        "an item's unit has 1 to 6 characters");
    violations.require(
        amount.signum() >= 0 && Digits.fit(amount, 12, 7),
        "R-INV-05",
        "amount",
        "an amount is not negative and has at most 12 digits before and 7 after the point");
    violations.require(
        Rounding.agree(price, count, amount),
        "R-INV-04",
        "amount",
        "an amount is price times count, give or take one dollar");
    EcpayText.screen(violations, "name", name);
    EcpayText.screen(violations, "unit", unit);
    violations.throwIfAny();
  }
}
