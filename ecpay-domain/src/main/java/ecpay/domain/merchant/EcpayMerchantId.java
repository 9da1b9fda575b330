package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * ECPay's MerchantID of an account.
 *
 * @param value 1 to 10 digits (R-TRN-13)
 */
public record EcpayMerchantId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,10}");

  public EcpayMerchantId {
    demand(FORM.matcher(value).matches(), "R-TRN-13", "", "a MerchantID is 1 to 10 digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
