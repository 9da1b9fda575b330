package ecpay.domain.merchant.usecase;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.EventLog;
import ecpay.domain.identity.Identities;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys and what happened to them, written together; all of it inside a transaction. */
public final class KeyBooks {
  private final ApiKeys keys;
  private final EventLog events;
  private final Identities identities;
  private final Clock clock;

  public KeyBooks(ApiKeys keys, EventLog events, Identities identities, Clock clock) {
    this.keys = keys;
    this.events = events;
    this.identities = identities;
    this.clock = clock;
  }

  /** The good keys of a merchant, held as they are until the transaction ends; oldest first. */
  public List<ApiKey> locked(MerchantId merchant) {
    keys.lock(merchant);
    return keys.good(merchant);
  }

  /**
   * A new key, under the lock.
   *
   * @param by the key that asks for it; empty for an operator at the machine
   */
  public ApiKey add(MerchantId merchant, String name, Optional<ApiKeyId> by, byte[] sha256) {
    Instant now = Instant.now(clock);
    ApiKey key =
        new ApiKey(merchant, new ApiKeyId(identities.nextId()), name, now, by, Optional.empty());
    keys.add(key, sha256);
    events.append(merchant, Optional.empty(), now, new DomainEvent.ApiKeyAdded(key.id(), by));
    return key;
  }

  /** The end of a good key, under the lock. */
  public ApiKey withdraw(ApiKey key, Optional<ApiKeyId> by) {
    ApiKey.Withdrawal end = new ApiKey.Withdrawal(Instant.now(clock), by);
    keys.withdraw(key.merchant(), key.id(), end);
    events.append(
        key.merchant(), Optional.empty(), end.at(), new DomainEvent.ApiKeyWithdrawn(key.id(), by));
    return key.withdrawn(end);
  }
}
