package ecpay.domain.boundcard.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.KnownCard;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
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
  private final Transactions transactions;
  private final Merchants merchants;
  private final BoundCards cards;
  private final BoundCardGateway gateway;
  private final CardBooks books;
  private final Patience patience;
  private final Clock clock;

  public ConfirmBinding(
      Transactions transactions,
      Merchants merchants,
      BoundCards cards,
      BoundCardGateway gateway,
      CardBooks books,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.cards = cards;
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
                ? new Progress.TryAgain("GetMemberBindCard did not tell")
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
    return switch (gateway.getMemberBindCard(merchants.get(card.merchant()), card.binding())) {
      case Answer.Accepted<List<KnownCard>>(List<KnownCard> kept) ->
          transactions.inTransaction(() -> told(card, kept));
      case Answer.Refused<List<KnownCard>> _,
          Answer.NotSent<List<KnownCard>> _,
          Answer.Unknown<List<KnownCard>> _ ->
          card;
    };
  }

  private BoundCard told(BoundCard seen, List<KnownCard> kept) {
    Instant now = Instant.now(clock);
    BoundCard card = cards.lock(seen.id());
    if (!card.equals(seen)) {
      return card;
    }
    return books.save(
        card,
        switch (card) {
          case BoundCard.Claimed claimed ->
              find(kept, claimed.card())
                  .map(known -> bound(card, known, now))
                  .orElseGet(() ->
                      card.failed("NOT_CONFIRMED", "ECPay keeps no such card for the member"));
          case BoundCard.Deleting deleting -> deletion(deleting, kept, now);
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

  private BoundCard deletion(BoundCard.Deleting deleting, List<KnownCard> kept, Instant now) {
    if (find(kept, deleting.bound().card()).isEmpty()) {
      return deleting.deleted(now);
    }
    books.raise(
        deleting,
        "CARD_NOT_DELETED",
        "ECPay still keeps a card that was to be deleted: delete it again",
        now);
    return deleting.bound();
  }

  private static Optional<KnownCard> find(List<KnownCard> kept, BindCardId id) {
    return kept.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** A card has one id of ours: deleting one of two would take the card from the other. */
  private BoundCard bound(BoundCard card, KnownCard known, Instant now) {
    return cards.ofMember(card.merchant(), card.member()).stream()
        .filter(other -> other instanceof BoundCard.Bound || other instanceof BoundCard.Deleting)
        .filter(other -> other.ecpayId().filter(known.id()::equals).isPresent())
        .findFirst()
        .<BoundCard>map(other -> card.failed("ALREADY_BOUND", "it is bound as card " + other.id()))
        .orElseGet(() -> new BoundCard.Bound(card.binding(), known.id(), known.lastFour(), now));
  }
}
