package ecpay.sandbox.ledger.member;

import ecpay.sandbox.ledger.trade.CardOutcome;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All bound cards, at most 100,000, each under its BindCardID. */
public final class BoundCards {
  private static final int CAPACITY = 100_000;

  private final Map<String, BoundCard> byId = new LinkedHashMap<>();

  public void add(BoundCard card) {
    if (byId.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
    byId.put(card.bindCardId(), card);
  }

  /** The merchant's own card with this id. */
  public Optional<BoundCard> find(String merchantId, String bindCardId) {
    return Optional.ofNullable(byId.get(bindCardId)).filter(c -> c.merchantId().equals(merchantId));
  }

  /** A member's cards, oldest first. */
  public List<BoundCard> of(String merchantId, String memberId) {
    return byId.values().stream()
        .filter(c -> c.merchantId().equals(merchantId) && c.memberId().equals(memberId))
        .toList();
  }

  public void remove(BoundCard card) {
    byId.remove(card.bindCardId());
  }

  /** From now on paying with it leads elsewhere. */
  public void change(BoundCard card, CardOutcome outcome) {
    byId.replace(card.bindCardId(), card.leadingTo(outcome));
  }

  public Collection<BoundCard> all() {
    return Collections.unmodifiableCollection(byId.values());
  }
}
