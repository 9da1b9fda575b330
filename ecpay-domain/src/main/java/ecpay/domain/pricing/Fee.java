package ecpay.domain.pricing;

import ecpay.domain.money.Money;
import ecpay.domain.money.PricedCount;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.OrderLine;
import java.math.BigDecimal;

/**
 * Something that is paid beside the goods, such as shipping; no discount touches it.
 *
 * @param amount whole TWD with tax
 */
public record Fee(String name, Money amount, TaxKind tax) {
  private static final String UNIT = "式";

  OrderLine line() {
    PricedCount fitted =
        PricedCount.of(
            new UnitPrice(BigDecimal.ZERO), BigDecimal.ZERO, amount, PricedCount.Limits.INVOICE);
    return new OrderLine(name, fitted.count(), UNIT, fitted.price(), amount, tax);
  }
}
