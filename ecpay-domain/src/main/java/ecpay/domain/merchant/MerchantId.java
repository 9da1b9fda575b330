package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * Our own name of a merchant; first in every key of the books.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens
 */
public record MerchantId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,40}");

  public MerchantId {
    demand(
        FORM.matcher(value).matches(),
        "R-TRN-13",
        "",
        "a merchant id is 1 to 40 lower-case letters, digits and hyphens");
  }

  @Override
  public String toString() {
    return value;
  }
}
