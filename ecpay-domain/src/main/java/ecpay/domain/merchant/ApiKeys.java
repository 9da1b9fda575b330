package ecpay.domain.merchant;

import java.time.Instant;
import java.util.Optional;

/** Port: the keys with which merchants' systems call us. Only their SHA-256 is kept. */
public interface ApiKeys {

  /** Whose key has this SHA-256 (32 bytes)? A hash is found by equality, so nothing is guessed. */
  Optional<MerchantId> ownerOf(byte[] sha256);

  void add(MerchantId merchant, byte[] sha256, Instant at);

  boolean anyFor(MerchantId merchant);
}
