package ecpay.domain.order;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The number of one attempt to pay an order, unique per merchant for ever (R-ORD-02).
 *
 * @param value 1 to 20 letters and digits (R-ORD-01)
 */
public record MerchantTradeNo(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,20}");

  public MerchantTradeNo {
    demand(
        FORM.matcher(value).matches(),
        "R-ORD-01",
        "",
        "a MerchantTradeNo is 1 to 20 letters and digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
