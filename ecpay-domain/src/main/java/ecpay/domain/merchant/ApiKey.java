package ecpay.domain.merchant;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an API key: never the key itself.
 *
 * @param name what people call it, 1 to 50 characters, such as the system that uses it
 * @param addedBy the key that asked for it; empty for one that was made at the machine
 * @param withdrawal empty as long as it is good
 */
public record ApiKey(
    MerchantId merchant,
    ApiKeyId id,
    String name,
    Instant addedAt,
    Optional<ApiKeyId> addedBy,
    Optional<Withdrawal> withdrawal) {
  private static final int LONGEST_NAME = 50;

  public ApiKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("the name of a key has 1 to 50 characters");
    }
  }

  /**
   * Its end.
   *
   * @param by the key that asked for it, possibly itself; empty for an operator at the machine
   */
  public record Withdrawal(Instant at, Optional<ApiKeyId> by) {}

  /** Whether a key can be called so. */
  public static boolean isName(String text) {
    return !text.isBlank() && text.length() <= LONGEST_NAME;
  }

  /** Withdrawn. */
  public ApiKey withdrawn(Withdrawal end) {
    return new ApiKey(merchant, id, name, addedAt, addedBy, Optional.of(end));
  }
}
