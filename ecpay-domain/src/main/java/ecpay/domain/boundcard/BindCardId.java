package ecpay.domain.boundcard;

import static ecpay.domain.rule.Violations.demand;

/** ECPay's BindCardID, with which a card is charged; prints as nothing and is kept encrypted. */
public record BindCardId(String value) {
  public BindCardId {
    demand(
        !value.isBlank() && value.length() <= 200,
        "R-PAY-14",
        "bindCardId",
        "a BindCardID has 1 to 200 characters");
  }

  @Override
  public String toString() {
    return "BindCardId[hidden]";
  }
}
