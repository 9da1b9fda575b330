package ecpay.sandbox.merchant;

import ecpay.crypto.CryptoKeys;
import java.util.Set;

/**
 * A merchant as one service of ECPay knows it.
 *
 * @param id MerchantID, 1 to 10 digits
 * @param service the service these keys belong to
 * @param keys HashKey and HashIV of this service
 * @param bound MerchantIDs that may trade through this merchant; empty unless it is a platform
 */
public record Merchant(String id, Service service, CryptoKeys keys, Set<String> bound) {
  public Merchant {
    if (id.isEmpty() || id.length() > 10 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("MerchantID must be 1 to 10 digits");
    }
    bound = Set.copyOf(bound);
  }

  /** An ordinary merchant with the keys of one service. */
  public static Merchant ordinary(String id, Service service, String hashKey, String hashIv) {
    return new Merchant(id, service, CryptoKeys.of(hashKey, hashIv), Set.of());
  }

  /** A platform vendor whose keys sign for the merchants bound to it (README section 7). */
  public static Merchant platform(
      String id, Service service, String hashKey, String hashIv, Set<String> bound) {
    return new Merchant(id, service, CryptoKeys.of(hashKey, hashIv), bound);
  }

  public boolean isPlatform() {
    return !bound.isEmpty();
  }
}
