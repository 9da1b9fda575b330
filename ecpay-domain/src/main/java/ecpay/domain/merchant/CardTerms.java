package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ECPay and a merchant have agreed about its cards.
 *
 * @param automaticCapture whether ECPay captures daily by itself, at 20:15 (R-CAP-06)
 * @param actionsAllowed whether DoAction may be called at all; not on the stage (R-CAP-12)
 * @param checkCode the merchant's checksum for asking about a card of the hosted page
 *     (CreditCheckCode), from ECPay's back office
 */
public record CardTerms(
    boolean automaticCapture, boolean actionsAllowed, Optional<CheckCode> checkCode) {
  public static final CardTerms DEFAULT = new CardTerms(true, true, Optional.empty());

  /** CreditCheckCode, 1 to 10 digits; it prints as nothing. */
  public record CheckCode(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,10}");

    public CheckCode {
      demand(FORM.matcher(value).matches(), "R-CAP-01", "", "a check code is 1 to 10 digits");
    }

    @Override
    public String toString() {
      return "CheckCode[hidden]";
    }
  }
}
