package ecpay.domain.payment;

import static ecpay.domain.rule.Violations.demand;

/** ECPay's Token, with which the buyer's page shows the payment form; prints as nothing. */
public record CheckoutToken(String value) {
  public CheckoutToken {
    demand(
        !value.isBlank() && value.length() <= 4096,
        "R-PAY-02",
        "",
        "a Token has 1 to 4096 characters");
  }

  @Override
  public String toString() {
    return "CheckoutToken[hidden]";
  }
}
