package ecpay.domain.boundcard.usecase;

import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.CardBound;
import ecpay.domain.event.DomainEvent.CardDeleted;
import ecpay.domain.event.DomainEvent.CardNotBound;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.SettleCard;
import ecpay.domain.followup.FollowUps;
import java.time.Instant;
import java.util.Optional;

/** Writes a card's new state together with what it means. Runs inside a transaction. */
public final class CardBooks {
  private final BoundCards cards;
  private final EventLog events;
  private final FollowUps followUps;

  public CardBooks(BoundCards cards, EventLog events, FollowUps followUps) {
    this.cards = cards;
    this.events = events;
    this.followUps = followUps;
  }

  /** Writes it unless it is as before, and gives it. */
  BoundCard save(BoundCard before, BoundCard after, Instant now) {
    if (after.equals(before)) {
      return before;
    }
    cards.save(after);
    switch (after) {
      case BoundCard.Bound bound when !(before instanceof BoundCard.Deleting) ->
          append(bound, now, new CardBound(bound.id(), bound.member(), bound.lastFour()));
      case BoundCard.Failed failed ->
          append(
              failed,
              now,
              new CardNotBound(failed.id(), failed.failure().code(), failed.failure().message()));
      case BoundCard.Deleted deleted -> append(deleted, now, new CardDeleted(deleted.id()));
      case BoundCard.Opening _,
          BoundCard.Open _,
          BoundCard.Submitted _,
          BoundCard.AwaitingMember _,
          BoundCard.Claimed _,
          BoundCard.Bound _,
          BoundCard.Deleting _ -> {}
    }
    return after;
  }

  /** Deletes it here alone, for ECPay cannot be told which card it is. */
  BoundCard forget(BoundCard before, BoundCard.Deleting deleting, Instant now) {
    raise(
        deleting,
        "CARD_KEPT_AT_ECPAY",
        "a card was deleted here but not at ECPay, for "
            + CardSafe.LOCKED
            + ": have the member delete it on ECPay's own page (card-page), and give the old key",
        now);
    return save(before, deleting.deleted(now), now);
  }

  void settle(BoundCard card, Instant due) {
    followUps.schedule(new SettleCard(card.merchant(), card.id()), due);
  }

  void raise(BoundCard card, String kind, String advice, Instant now) {
    append(card, now, new IncidentRaised(kind, card.id().value(), advice));
  }

  private void append(BoundCard card, Instant now, DomainEvent event) {
    events.append(card.merchant(), Optional.empty(), now, event);
  }
}
