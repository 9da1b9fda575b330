package ecpay.domain.payment;

import ecpay.domain.rule.Violations;
import java.util.regex.Pattern;

/**
 * What may be kept of a card payment: never a full number, never a CVV (R-PAY-14). Fields are those
 * of CardInfo in seed 001; texts are empty and numbers zero where ECPay sent none.
 *
 * @param firstSix Card6No, 6 digits or empty
 * @param lastFour Card4No, 4 digits or empty
 * @param authCode authorization code of the bank
 * @param authorizationId Gwsr
 * @param eci result of 3-D Secure as ECPay wrote it; 5, 6, 2 and 1 mean that it was done
 * @param instalments Stage; 0 for a single payment
 */
public record CardDetails(
    String firstSix,
    String lastFour,
    String authCode,
    long authorizationId,
    String eci,
    int instalments,
    String issuingBank) {
  private static final Pattern SIX = Pattern.compile("([0-9]{6})?");
  private static final Pattern FOUR = Pattern.compile("([0-9]{4})?");

  public CardDetails {
    Violations violations = new Violations();
    violations.require(
        SIX.matcher(firstSix).matches(), "R-PAY-14", "firstSix", "only the first six digits");
    violations.require(
        FOUR.matcher(lastFour).matches(), "R-PAY-14", "lastFour", "only the last four digits");
    violations.throwIfAny();
  }
}
