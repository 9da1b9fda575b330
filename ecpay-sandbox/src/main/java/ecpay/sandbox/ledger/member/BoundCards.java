package ecpay.sandbox.ledger.member;

import ecpay.sandbox.ledger.trade.CardOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All bound cards, at most 100,000, each under its BindCardID. */
public final class BoundCards {
  private static final int CAPACITY = 100_000;

  private final Map<String, BoundCard> byId = new LinkedHashMap<>();
  private final Map<String, Visit> visits = new HashMap<>();

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

  /** Lets a member look at the own cards under a token. */
  public void admit(String token, Visit visit) {
    if (visits.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
    visits.put(token, visit);
  }

  /** Who the token admits at the given instant. */
  public Optional<Visit> visit(String token, Instant now) {
    return Optional.ofNullable(visits.get(token)).filter(v -> !now.isAfter(v.expiry()));
  }

  public Collection<BoundCard> all() {
    return Collections.unmodifiableCollection(byId.values());
  }
}
