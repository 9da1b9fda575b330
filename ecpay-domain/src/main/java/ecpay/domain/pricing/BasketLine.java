package ecpay.domain.pricing;

import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.OrderLine;
import ecpay.domain.rule.Violations;
import java.util.Optional;

/**
 * One kind of thing that a buyer wants.
 *
 * @param price tax-included price of one unit, before any discount
 * @param amount the line's whole TWD before any discount, within one dollar of price times quantity
 *     (R-INV-04); when empty, price times quantity, rounded half up
 * @param discount what is off this line alone
 */
public record BasketLine(
    String name,
    Quantity quantity,
    String unit,
    UnitPrice price,
    TaxKind tax,
    Optional<Money> amount,
    Optional<Discount> discount) {

  /** The line without its discount; it knows what is wrong with a line. */
  OrderLine atListPrice() {
    Violations violations = new Violations();
    Violations.Part<Money> usual =
        violations.part(
            "amount", () -> Rounding.toWholeDollars(price.value().multiply(quantity.value())));
    violations.throwIfAny();
    return new OrderLine(name, quantity, unit, price, amount.orElseGet(usual::get), tax);
  }
}
