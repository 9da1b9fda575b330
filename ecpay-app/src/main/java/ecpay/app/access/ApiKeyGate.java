package ecpay.app.access;

import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeys;
import java.util.Optional;

/**
 * Recognises API keys. A key is 256 random bits, so its plain SHA-256 can be looked up: nobody can
 * guess a key, and the time of the search tells nothing about one. Nothing is remembered from one
 * request to the next, so a withdrawn key is unknown at once, on every node.
 */
public final class ApiKeyGate {
  private static final int LONGEST_KEY = 200;

  private final ApiKeys keys;

  public ApiKeyGate(ApiKeys keys) {
    this.keys = keys;
  }

  /** What is known of it; empty for one that was never given out, or was withdrawn. */
  public Optional<ApiKey> recognise(String key) {
    return key.isEmpty() || key.length() > LONGEST_KEY
        ? Optional.empty()
        : keys.bearing(NewKey.sha256(key));
  }
}
