package ecpay.domain.merchant;

import ecpay.domain.merchant.ApiKey.Withdrawal;
import java.util.List;
import java.util.Optional;

/**
 * Port: the keys with which merchants' systems call us. Only their SHA-256 is kept, and of a
 * withdrawn one not even that. The books are asked at every request: what is withdrawn opens
 * nothing any more, on any node.
 */
public interface ApiKeys {

  /** The good key with this SHA-256 (32 bytes). It is found by equality, so nothing is guessed. */
  Optional<ApiKey> bearing(byte[] sha256);

  /** One of a merchant, good or withdrawn. */
  Optional<ApiKey> find(MerchantId merchant, ApiKeyId id);

  /** The good ones of a merchant, oldest first. */
  List<ApiKey> good(MerchantId merchant);

  /** Those that were withdrawn last, the latest first. */
  List<ApiKey> withdrawn(MerchantId merchant, int most);

  /** Lets nobody else change the keys of this merchant until the transaction ends. */
  void lock(MerchantId merchant);

  /**
   * @throws IllegalStateException if there is a key with this id or this hash already
   */
  void add(ApiKey key, byte[] sha256);

  /**
   * Ends a good key and forgets its hash.
   *
   * @throws IllegalStateException if there is none
   */
  void withdraw(MerchantId merchant, ApiKeyId id, Withdrawal end);
}
