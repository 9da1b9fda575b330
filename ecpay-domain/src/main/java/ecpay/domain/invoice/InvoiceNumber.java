package ecpay.domain.invoice;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** The government's number of an invoice: two upper-case letters and 8 digits (R-INV-01, D-07). */
public record InvoiceNumber(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{8}");

  public InvoiceNumber {
    demand(
        FORM.matcher(value).matches(),
        "R-INV-01",
        "",
        "an invoice number is two upper-case letters and 8 digits");
  }

  @Override
  public String toString() {
    return value;
  }
}
