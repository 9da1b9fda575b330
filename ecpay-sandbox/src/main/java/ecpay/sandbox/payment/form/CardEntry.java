package ecpay.sandbox.payment.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.ledger.trade.CardOutcome;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A card as the buyer typed it, without anything secret.
 *
 * @param card6 first six digits
 * @param card4 last four digits
 */
public record CardEntry(String card6, String card4, CardOutcome outcome) {
  private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])/([0-9]{2})");
  private static final Pattern CVV = Pattern.compile("[0-9]{3}");

  /**
   * Reads CardNumber, CardExpiry and CardCVV.
   *
   * @param month the present month in Taipei
   */
  public static CardEntry read(ObjectNode form, YearMonth month) throws FormRefused {
    var card = numbered(form);
    checkCvv(form);
    if (expiry(form.path("CardExpiry").asText("")).isBefore(month)) {
      throw new FormRefused("the card has expired");
    }
    return card;
  }

  /** Reads CardNumber alone. */
  public static CardEntry numbered(ObjectNode form) throws FormRefused {
    var number = form.path("CardNumber").asText("");
    var outcome =
        TestCards.outcome(number)
            .orElseThrow(() -> new FormRefused("only the sandbox's test cards are accepted"));
    return new CardEntry(number.substring(0, 6), number.substring(number.length() - 4), outcome);
  }

  /** A remembered card needs only this of the form. */
  public static void checkCvv(ObjectNode form) throws FormRefused {
    if (!CVV.matcher(form.path("CardCVV").asText("")).matches()) {
      throw new FormRefused("CardCVV must be 3 digits");
    }
  }

  private static YearMonth expiry(String text) throws FormRefused {
    var matcher = EXPIRY.matcher(text);
    if (!matcher.matches()) {
      throw new FormRefused("CardExpiry must be MM/YY");
    }
    try {
      return YearMonth.of(
          2000 + Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
    } catch (DateTimeException e) {
      throw new FormRefused("CardExpiry must be MM/YY");
    }
  }
}
