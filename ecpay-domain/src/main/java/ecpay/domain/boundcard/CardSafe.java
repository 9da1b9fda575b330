package ecpay.domain.boundcard;

import java.util.Optional;

/**
 * Port: seals ECPay's ids of bound cards for the books, and opens one when ECPay is to hear it.
 * Keys change: what no key at hand opens stays in the books and can be listed and deleted.
 */
public interface CardSafe {
  /** What is the matter with a card whose id no key opens, for an operator. */
  String LOCKED = "the key that opens its BindCardID is neither cards.key nor among cards.old-keys";

  /** Whether there is a key to seal with; without one no card can be bound. */
  boolean canSeal();

  /**
   * The id, for the books, and for that card only.
   *
   * @throws IllegalStateException without a key to seal with
   */
  SealedCardId seal(CardId card, BindCardId id);

  /** The id that was sealed for that card; empty where no key at hand opens it. */
  Optional<BindCardId> open(CardId card, SealedCardId sealed);
}
