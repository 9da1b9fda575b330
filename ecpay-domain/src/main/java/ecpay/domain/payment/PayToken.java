package ecpay.domain.payment;

import static ecpay.domain.rule.Violations.demand;

/**
 * ECPay's PayToken, which the buyer's browser brings and which pays once (R-PAY-02); prints as
 * nothing. Its form is ECPay's own affair (D-23).
 */
public record PayToken(String value) {
  public PayToken {
    demand(
        !value.isBlank() && value.length() <= 4096,
        "R-PAY-02",
        "payToken",
        "a PayToken has 1 to 4096 characters");
  }

  @Override
  public String toString() {
    return "PayToken[hidden]";
  }
}
