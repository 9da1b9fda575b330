package ecpay.domain.payment;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of an attempt to pay, not guessable: the buyer's page is found by it. */
public record PaymentId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public PaymentId {
    demand(FORM.matcher(value).matches(), "R-ORD-02", "", "not a payment id");
  }

  @Override
  public String toString() {
    return value;
  }
}
