package ecpay.domain.order;

import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;

/**
 * One kind of thing in an order.
 *
 * @param name 1 to 100 characters, the limit that holds on invoices and allowances alike (D-17)
 * @param unit what is counted, 1 to 6 characters, such as 個 (R-INV-06)
 * @param price tax-included price of one unit
 * @param amount tax-included whole dollars of the line, within one dollar of price times quantity
 *     (R-INV-04)
 * @param tax how the line is taxed
 */
public record OrderLine(
    String name, Quantity quantity, String unit, UnitPrice price, Money amount, TaxKind tax) {
  public OrderLine {
    Violations violations = new Violations();
    violations.require(
        !name.isBlank() && name.length() <= 100,
        "R-INV-06",
        "name",
        "a line's name has 1 to 100 characters");
    violations.require(
        !unit.isBlank() && unit.length() <= 6,
        "R-INV-06",
        "unit",
        "a unit has 1 to 6 characters, such as 個");
    violations.require(
        Rounding.agree(price, quantity, amount),
        "R-INV-04",
        "amount",
        "an amount is price times quantity, give or take one dollar");
    EcpayText.screen(violations, "name", name);
    EcpayText.screen(violations, "unit", unit);
    violations.throwIfAny();
  }
}
