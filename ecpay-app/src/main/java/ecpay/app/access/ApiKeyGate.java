package ecpay.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.transaction.Transactions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes and recognises API keys. A key is 256 random bits, so its plain SHA-256 can be looked up:
 * nobody can guess a key, and the time of the search tells nothing about one.
 */
public final class ApiKeyGate {
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_KEY = 200;
  private static final String PREFIX = "ecpk_";

  private final Transactions transactions;
  private final ApiKeys keys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ApiKeyGate(Transactions transactions, ApiKeys keys, Clock clock) {
    this.transactions = transactions;
    this.keys = keys;
    this.clock = clock;
  }

  /** Whose key is it? Empty for one that was never given out. */
  public Optional<MerchantId> ownerOf(String key) {
    return key.isEmpty() || key.length() > LONGEST_KEY
        ? Optional.empty()
        : keys.ownerOf(sha256(key));
  }

  /**
   * Creates the first key of each merchant that has none. They are shown only now, and valid only
   * if every one could be kept in its file.
   */
  public Map<MerchantId, String> createFirst(Map<MerchantId, ApiKeyFile> files) {
    return transactions.inTransaction(() -> {
      Map<MerchantId, String> created = new LinkedHashMap<>();
      files.forEach((merchant, file) -> {
        if (!keys.anyFor(merchant)) {
          created.put(merchant, create(merchant, file));
        }
      });
      return created;
    });
  }

  private String create(MerchantId merchant, ApiKeyFile file) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    keys.add(merchant, sha256(key), Instant.now(clock));
    file.keep(key);
    return key;
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
