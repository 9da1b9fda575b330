package ecpay.domain.payment.offer;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The merchant's own id of a buyer who has an account, under which ECPay keeps cards
 * (MerchantMemberID).
 *
 * @param value 1 to 20 letters, digits, {@code _} and {@code -}; with the MerchantID before it, it
 *     fits the 30 characters that AIO takes
 */
public record MemberId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,20}");

  public MemberId {
    demand(
        FORM.matcher(value).matches(),
        "R-ORD-17",
        "",
        "a member id is 1 to 20 letters, digits, _ and -");
  }

  @Override
  public String toString() {
    return value;
  }
}
