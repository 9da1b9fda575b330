package ecpay.domain.invoice;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/**
 * The merchant's own number of an invoice within its order: the idempotency key of asking for one,
 * 1 to 64 letters, digits and . _ : -
 */
public record InvoiceReference(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /** The invoice that follows the payment by itself. */
  public static final InvoiceReference OF_PAYMENT = new InvoiceReference("payment");

  public InvoiceReference {
    demand(
        FORM.matcher(value).matches(),
        "R-INV-34",
        "",
        "a reference is 1 to 64 letters, digits and . _ : -");
  }

  @Override
  public String toString() {
    return value;
  }
}
