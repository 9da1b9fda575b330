package ecpay.domain.boundcard;

import static ecpay.domain.rule.Violations.demand;

/** ECPay's BindCardPayToken, which the member's browser brings and which binds once. */
public record BindCardPayToken(String value) {
  public BindCardPayToken {
    demand(
        !value.isBlank() && value.length() <= 4096,
        "R-PAY-02",
        "BindCardPayToken",
        "a BindCardPayToken has 1 to 4096 characters");
  }

  @Override
  public String toString() {
    return "BindCardPayToken[hidden]";
  }
}
