package ecpay.domain.boundcard.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCardGateway.Gone;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.followup.Patience;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.Departure;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Deletes a bound card: DeleteMemberBindCard. It cannot be paid with from then on. */
public final class DeleteCard {
  private final Transactions transactions;
  private final Merchants merchants;
  private final BoundCards cards;
  private final CardSafe safe;
  private final BoundCardGateway gateway;
  private final CardBooks books;
  private final CallJournal journal;
  private final Patience patience;
  private final Clock clock;

  public DeleteCard(
      Transactions transactions,
      Merchants merchants,
      BoundCards cards,
      CardSafe safe,
      BoundCardGateway gateway,
      CardBooks books,
      CallJournal journal,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.cards = cards;
    this.safe = safe;
    this.gateway = gateway;
    this.books = books;
    this.journal = journal;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Deletes it, or finds it deleted; while ECPay has not said so it is on its way. A card whose
   * BindCardID no key opens is deleted here alone.
   *
   * @throws java.util.NoSuchElementException if there is no such card
   * @throws IllegalMoveException while it is not bound
   */
  public BoundCard delete(CardId id) {
    Optional<Call> call = transactions.inTransaction(() -> prepare(id));
    if (call.isPresent()) {
      BoundCard.Deleting deleting = call.get().deleting;
      Answer<Gone> answer =
          Departure.of(
              deleting.since(),
              clock,
              () ->
                  gateway.deleteMemberBindCard(merchants.get(deleting.merchant()), call.get().id));
      transactions.run(() -> apply(deleting, call.get().number, answer));
    }
    return cards.find(id).orElseThrow();
  }

  private Optional<Call> prepare(CardId id) {
    BoundCard card = cards.lock(id);
    return switch (card) {
      case BoundCard.Bound bound -> begin(bound);
      case BoundCard.Deleting _, BoundCard.Deleted _ -> Optional.empty();
      case BoundCard.Opening _,
          BoundCard.Open _,
          BoundCard.Submitted _,
          BoundCard.AwaitingMember _,
          BoundCard.Claimed _,
          BoundCard.Failed _ ->
          throw new IllegalMoveException("R-ORD-17", "the card is not bound", "deleting it");
    };
  }

  /** A card whose id cannot be told to ECPay is deleted here alone, and a person is told. */
  private Optional<Call> begin(BoundCard.Bound bound) {
    Instant now = Instant.now(clock);
    BoundCard.Deleting deleting = bound.deleting(now);
    Optional<BindCardId> id = safe.open(bound.id(), bound.card());
    if (id.isEmpty()) {
      books.forget(bound, deleting, now);
      return Optional.empty();
    }
    books.save(bound, deleting, now);
    books.settle(deleting, patience.after(now));
    return Optional.of(
        new Call(
            deleting,
            id.get(),
            journal.open(bound.merchant(), Optional.empty(), Operation.DeleteMemberBindCard, now)));
  }

  /** What ECPay refused, or did not say, its list will tell. */
  private void apply(BoundCard.Deleting deleting, long call, Answer<Gone> answer) {
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    BoundCard card = cards.lock(deleting.id());
    if (!card.equals(deleting)) {
      return;
    }
    switch (answer) {
      case Answer.Accepted<Gone> _ -> books.save(card, deleting.deleted(now), now);
      case Answer.NotSent<Gone> _ -> books.save(card, deleting.bound(), now);
      case Answer.Refused<Gone> _, Answer.Unknown<Gone> _ -> {}
    }
  }

  private record Call(BoundCard.Deleting deleting, BindCardId id, long number) {}
}
