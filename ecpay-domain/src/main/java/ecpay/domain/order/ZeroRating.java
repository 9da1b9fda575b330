package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

/**
 * Why lines are zero-rated (R-INV-17).
 *
 * @param throughCustoms ECPay's ClearanceMark: 2 through customs, 1 not
 * @param reason ECPay's ZeroTaxRateReason, 71 (exported goods) to 79
 */
public record ZeroRating(boolean throughCustoms, int reason) {
  public ZeroRating {
    demand(reason >= 71 && reason <= 79, "R-INV-17", "reason", "a reason is one of 71 to 79");
  }
}
