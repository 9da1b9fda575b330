package ecpay.domain.merchant;

import static ecpay.domain.rule.Violations.demand;

/**
 * The HashKey and HashIV of one service of one merchant. They print as nothing (R-TRN-07), and are
 * read only by whoever encrypts or verifies.
 */
public record Credentials(String hashKey, String hashIv) {
  public Credentials {
    demand(hashKey.length() >= 16, "R-TRN-07", "hashKey", "a HashKey has 16 characters");
    demand(hashIv.length() >= 16, "R-TRN-07", "hashIv", "a HashIV has 16 characters");
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
