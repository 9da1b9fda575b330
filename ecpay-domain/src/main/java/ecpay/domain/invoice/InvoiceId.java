package ecpay.domain.invoice;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of an invoice: 1 to 30 letters and digits, so that it also serves as RelateNumber. */
public record InvoiceId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,30}");

  public InvoiceId {
    demand(FORM.matcher(value).matches(), "R-INV-02", "", "not an invoice id");
  }

  @Override
  public String toString() {
    return value;
  }
}
