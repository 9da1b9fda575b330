package ecpay.domain.invoice;

import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What makes an invoice real.
 *
 * @param issuedAt InvoiceDate or IIS_Create_Date, whole seconds
 * @param randomNumber RandomNumber, 4 digits
 */
public record IssuedInvoice(InvoiceNumber number, Instant issuedAt, String randomNumber) {
  private static final Pattern RANDOM = Pattern.compile("[0-9]{4}");

  public IssuedInvoice {
    Violations.demand(
        RANDOM.matcher(randomNumber).matches(),
        "R-INV-01",
        "randomNumber",
        "a random number is 4 digits");
  }
}
