package ecpay.domain.boundcard;

import static ecpay.domain.rule.Violations.demand;

import java.util.regex.Pattern;

/** Our id of a bound card, not guessable: the member's page of a binding is found by it. */
public record CardId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,40}");

  public CardId {
    demand(FORM.matcher(value).matches(), "R-ORD-17", "", "not a card id");
  }

  @Override
  public String toString() {
    return value;
  }
}
