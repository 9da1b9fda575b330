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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a binding, or a deletion, to its end by asking ECPay which cards it keeps for the member
 * (GetMemberBindCard): after a claim, a lost answer, a member who went away (R-PAY-13).
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
    if (card instanceof BoundCard.Opening || card instanceof BoundCard.Open) {
      transactions.run(() -> expire(card));
      return Progress.DONE;
    }
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

  private void expire(BoundCard seen) {
    BoundCard card = cards.lock(seen.id());
    if (card.equals(seen)) {
      books.save(card, card.failed("EXPIRED", "the form was not sent in time"), Instant.now(clock));
    }
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
                  .<BoundCard>map(known -> bound(card, known, now))
                  .orElseGet(() ->
                      card.failed("NOT_CONFIRMED", "ECPay keeps no such card for the member"));
          case BoundCard.Submitted _, BoundCard.AwaitingMember _ ->
              onlyNew(card, kept)
                  .<BoundCard>map(known -> bound(card, known, now))
                  .orElseGet(() -> card.failed("NOT_BOUND", "ECPay tells of no new card"));
          case BoundCard.Deleting deleting -> deletion(deleting, kept, now);
          case BoundCard.Opening _,
              BoundCard.Open _,
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

  /** The one card of the member that is not in the books yet; none if there are several. */
  private Optional<KnownCard> onlyNew(BoundCard card, List<KnownCard> kept) {
    Set<BindCardId> known =
        cards.ofMember(card.merchant(), card.member()).stream()
            .flatMap(other -> other.ecpayId().stream())
            .collect(Collectors.toSet());
    List<KnownCard> fresh = kept.stream().filter(one -> !known.contains(one.id())).toList();
    return fresh.size() == 1 ? Optional.of(fresh.getFirst()) : Optional.empty();
  }

  private static Optional<KnownCard> find(List<KnownCard> kept, BindCardId id) {
    return kept.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static BoundCard bound(BoundCard card, KnownCard known, Instant now) {
    return new BoundCard.Bound(card.binding(), known.id(), known.lastFour(), now);
  }
}
