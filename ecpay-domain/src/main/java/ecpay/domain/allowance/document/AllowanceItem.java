package ecpay.domain.allowance.document;

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
 * One line of an allowance (seed 004).
 *
 * @param sequence ItemSeq, 1 to 999 (R-ALW-11)
 * @param name 1 to 100 characters (R-ALW-11)
 * @param count at most 8 digits before and 2 after the point (R-ALW-08)
 * @param unit ItemWord, 1 to 6 characters (R-ALW-11)
 * @param price tax-included like the invoice's (R-ALW-14), at most 8 digits before and 7 after the
 *     point (R-ALW-09)
 * @param tax ItemTaxType; required when the invoice is mixed (R-ALW-12)
 * @param amount whole TWD with tax (R-ALW-06), at most 8 digits (R-ALW-10), within one dollar of
 *     price times count (R-ALW-07)
 */
public record AllowanceItem(
    int sequence,
    String name,
    Quantity count,
    String unit,
    UnitPrice price,
    Optional<TaxKind> tax,
    BigDecimal amount) {
  public AllowanceItem {
    Violations violations = new Violations();
    violations.require(
        sequence >= 1 && sequence <= 999, "R-ALW-11", "sequence", "ItemSeq is 1 to 999");
    violations.require(
        !name.isBlank() && name.length() <= 100,
        "R-ALW-11",
        "name",
        "an item's name has 1 to 100 characters");
    violations.require(
        !unit.isBlank() && unit.length() <= 6,
        "R-ALW-11",
        "unit",
        "an item's unit has 1 to 6 characters");
    violations.require(
        Digits.fit(count.value(), 8, 2),
        "R-ALW-08",
        "count",
        "a count has at most 8 digits before and 2 after the point");
    violations.require(
        Digits.fit(price.value(), 8, 7),
        "R-ALW-09",
        "price",
        "a price has at most 8 digits before and 7 after the point");
    violations.require(
        Digits.fit(amount, Integer.MAX_VALUE, 0), "R-ALW-06", "amount", "an amount is whole TWD");
    violations.require(
        amount.signum() >= 0 && Digits.fit(amount, 8, 7),
        "R-ALW-10",
        "amount",
        "an amount is not negative and has at most 8 digits");
    violations.require(
        Rounding.agree(price, count, amount),
        "R-ALW-07",
        "amount",
        "an amount is price times count, give or take one dollar");
    EcpayText.screen(violations, "name", name);
    EcpayText.screen(violations, "unit", unit);
    violations.throwIfAny();
  }
}
