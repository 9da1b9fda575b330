package ecpay.domain.boundcard.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.boundcard.KnownCard;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings a binding, or a deletion, to its end. A claim, and a deletion that was not answered, are
 * settled by asking ECPay which cards it keeps for the member (GetMemberBindCard). A binding that
 * nobody claims binds nothing: which of the member's cards would be its card cannot be told
 * (R-PAY-08).
 */
public final class ConfirmBinding {
  /** How long a claim waits for the key that opens it. */
  private static final Duration KEY_MISSING = Duration.ofDays(1);

  private final Transactions transactions;
  private final Merchants merchants;
  private final BoundCards cards;
  private final CardSafe safe;
  private final BoundCardGateway gateway;
  private final CardBooks books;
  private final Patience patience;
  private final Clock clock;

  public ConfirmBinding(
      Transactions transactions,
      Merchants merchants,
      BoundCards cards,
      CardSafe safe,
      BoundCardGateway gateway,
      CardBooks books,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.cards = cards;
    this.safe = safe;
    this.gateway = gateway;
    this.books = books;
    this.patience = patience;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.SettleCard followUp) {
    BoundCard card = cards.find(followUp.card()).orElseThrow();
    Optional<Instant> due = due(card);
    if (due.isEmpty()) {
      return Progress.DONE;
    }
    if (Instant.now(clock).isBefore(due.get())) {
      return new Progress.WaitUntil(due.get());
    }
    return switch (card) {
      case BoundCard.Opening _, BoundCard.Open _ ->
          fail(card, "EXPIRED", "the form was not sent in time");
      case BoundCard.Submitted _, BoundCard.AwaitingMember _ ->
          fail(card, "NOT_BOUND", "ECPay told of no card in time: bind it again");
      case BoundCard.Claimed _, BoundCard.Deleting _ -> settle(card);
      case BoundCard.Bound _, BoundCard.Deleted _, BoundCard.Failed _ -> Progress.DONE;
    };
  }

  private Progress settle(BoundCard card) {
    BoundCard after = ask(card);
    return due(after)
        .<Progress>map(next ->
            after.equals(card)
                ? new Progress.TryAgain(
                    open(card).isPresent() ? "GetMemberBindCard did not tell" : CardSafe.LOCKED)
                : new Progress.WaitUntil(next))
        .orElse(Progress.DONE);
  }

  /** When there is something to learn; empty when nothing is open. */
  private Optional<Instant> due(BoundCard card) {
    return switch (card) {
      case BoundCard.Opening opening ->
          Optional.of(opening.binding().startedAt().plus(BoundCard.TOKEN_LIFE.multipliedBy(2)));
      case BoundCard.Open open -> Optional.of(open.usableUntil().plus(BoundCard.TOKEN_LIFE));
      case BoundCard.Submitted submitted -> Optional.of(patience.after(submitted.at()));
      case BoundCard.AwaitingMember waiting ->
          Optional.of(waiting.since().plus(BoundCard.TOKEN_LIFE.multipliedBy(2)));
      case BoundCard.Claimed claimed -> Optional.of(claimed.since());
      case BoundCard.Deleting deleting -> Optional.of(patience.after(deleting.since()));
      case BoundCard.Bound _, BoundCard.Deleted _, BoundCard.Failed _ -> Optional.empty();
    };
  }

  /** Unless it was told of meanwhile, which has a follow-up of its own. */
  private Progress fail(BoundCard seen, String code, String message) {
    transactions.run(() -> {
      BoundCard card = cards.lock(seen.id());
      if (card.equals(seen)) {
        books.save(card, card.failed(code, message), Instant.now(clock));
      }
    });
    return Progress.DONE;
  }

  /** Asks, and gives the card as it is afterwards; unchanged while ECPay does not tell. */
  BoundCard ask(BoundCard card) {
    Optional<BindCardId> id = open(card);
    if (id.isEmpty()) {
      return transactions.inTransaction(() -> locked(card));
    }
    return switch (gateway.getMemberBindCard(merchants.get(card.merchant()), card.binding())) {
      case Answer.Accepted<List<KnownCard>>(List<KnownCard> kept) ->
          transactions.inTransaction(() -> told(card, id.get(), kept));
      case Answer.Refused<List<KnownCard>> _,
          Answer.NotSent<List<KnownCard>> _,
          Answer.Unknown<List<KnownCard>> _ ->
          card;
    };
  }

  private Optional<BindCardId> open(BoundCard card) {
    return card.ecpayId().flatMap(sealed -> safe.open(card.id(), sealed));
  }

  /** Its id cannot be compared: a claim waits a day for the key, a deletion ends here alone. */
  private BoundCard locked(BoundCard seen) {
    Instant now = Instant.now(clock);
    BoundCard card = cards.lock(seen.id());
    if (!card.equals(seen)) {
      return card;
    }
    return switch (card) {
      case BoundCard.Claimed claimed when claimed.since().plus(KEY_MISSING).isBefore(now) ->
          books.save(card, card.failed("LOCKED", CardSafe.LOCKED), now);
      case BoundCard.Deleting deleting -> books.forget(card, deleting, now);
      case BoundCard.Opening _,
          BoundCard.Open _,
          BoundCard.Submitted _,
          BoundCard.AwaitingMember _,
          BoundCard.Claimed _,
          BoundCard.Bound _,
          BoundCard.Deleted _,
          BoundCard.Failed _ ->
          card;
    };
  }

  private BoundCard told(BoundCard seen, BindCardId id, List<KnownCard> kept) {
    Instant now = Instant.now(clock);
    cards.lockMember(seen.merchant(), seen.member());
    BoundCard card = cards.lock(seen.id());
    if (!card.equals(seen)) {
      return card;
    }
    Optional<KnownCard> known = kept.stream().filter(one -> one.id().equals(id)).findFirst();
    return books.save(
        card,
        switch (card) {
          case BoundCard.Claimed claimed ->
              known
                  .map(one -> bound(claimed, one, now))
                  .orElseGet(() ->
                      card.failed("NOT_CONFIRMED", "ECPay keeps no such card for the member"));
          case BoundCard.Deleting deleting -> deletion(deleting, known.isPresent(), now);
          case BoundCard.Opening _,
              BoundCard.Open _,
              BoundCard.Submitted _,
              BoundCard.AwaitingMember _,
              BoundCard.Bound _,
              BoundCard.Deleted _,
              BoundCard.Failed _ ->
              card;
        },
        now);
  }

  private BoundCard deletion(BoundCard.Deleting deleting, boolean isKept, Instant now) {
    if (!isKept) {
      return deleting.deleted(now);
    }
    books.raise(
        deleting,
        "CARD_NOT_DELETED",
        "ECPay still keeps a card that was to be deleted: delete it again",
        now);
    return deleting.bound();
  }

  /** A card has one id of ours: deleting one of two would take the card from the other. */
  private BoundCard bound(BoundCard.Claimed claimed, KnownCard known, Instant now) {
    return cards.ofMember(claimed.merchant(), claimed.member()).stream()
        .filter(other -> other instanceof BoundCard.Bound || other instanceof BoundCard.Deleting)
        .filter(other -> open(other).filter(known.id()::equals).isPresent())
        .findFirst()
        .<BoundCard>map(
            other -> claimed.failed("ALREADY_BOUND", "it is bound as card " + other.id()))
        .orElseGet(
            () -> new BoundCard.Bound(claimed.binding(), claimed.card(), known.lastFour(), now));
  }
}
