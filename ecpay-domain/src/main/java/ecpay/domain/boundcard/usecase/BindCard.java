package ecpay.domain.boundcard.usecase;

import static ecpay.domain.rule.Violations.demand;

import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.BindResult;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.boundcard.BoundCardGateway;
import ecpay.domain.boundcard.BoundCardGateway.Reply;
import ecpay.domain.boundcard.BoundCardGateway.Session;
import ecpay.domain.boundcard.BoundCards;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.CardSafe;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.Departure;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.transaction.Transactions;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Binds a member's card: GetTokenbyBindingCard, CreateBindCard, and what the browser brings back
 * (CB-04). Nothing is charged.
 */
public final class BindCard {
  private final Transactions transactions;
  private final Merchants merchants;
  private final BoundCards cards;
  private final CardSafe safe;
  private final BoundCardGateway gateway;
  private final BindResultReader reader;
  private final ConfirmBinding confirm;
  private final CardBooks books;
  private final CallJournal journal;
  private final Identities identities;
  private final Patience patience;
  private final Clock clock;

  public BindCard(
      Transactions transactions,
      Merchants merchants,
      BoundCards cards,
      CardSafe safe,
      BoundCardGateway gateway,
      BindResultReader reader,
      ConfirmBinding confirm,
      CardBooks books,
      CallJournal journal,
      Identities identities,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.cards = cards;
    this.safe = safe;
    this.gateway = gateway;
    this.reader = reader;
    this.confirm = confirm;
    this.books = books;
    this.journal = journal;
    this.identities = identities;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Opens the form in which the member enters a card.
   *
   * @param contact who the member is; with an email or a phone (R-ORD-17)
   * @return an open binding, or a failed one
   * @throws ecpay.domain.rule.RuleViolationException without a key to encrypt what ECPay gives
   */
  public BoundCard start(MerchantId merchant, MemberId member, Buyer contact) {
    demand(
        safe.canSeal(),
        "R-PAY-14",
        "",
        "cards cannot be bound without the setting cards.key, which encrypts their ids");
    Instant now = Instant.now(clock);
    BoundCard.Opening opening =
        new BoundCard.Opening(
            new Binding(
                new CardId(identities.nextId()),
                merchant,
                member,
                new MerchantTradeNo(identities.nextTradeNo()),
                now));
    long call =
        transactions.inTransaction(() -> {
          cards.add(opening);
          books.settle(opening, now.plus(BoundCard.TOKEN_LIFE.multipliedBy(2)));
          return journal.open(merchant, Optional.empty(), Operation.GetTokenbyBindingCard, now);
        });
    Answer<Session> answer =
        gateway.getTokenbyBindingCard(merchants.get(merchant), opening.binding(), contact);
    return transactions.inTransaction(() -> opened(opening, call, answer));
  }

  private BoundCard opened(BoundCard.Opening opening, long call, Answer<Session> answer) {
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    BoundCard current = cards.lock(opening.id());
    if (!current.equals(opening)) {
      return current;
    }
    BoundCard next =
        switch (answer) {
          case Answer.Accepted<Session>(Session session) ->
              opening.opened(session.token(), now, session.expiresAt());
          case Answer.Refused<Session>(String code, String message) ->
              opening.failed(code, message);
          case Answer.NotSent<Session>(String reason) -> opening.failed("NOT_SENT", reason);
          case Answer.Unknown<Session>(String reason, boolean _) ->
              opening.failed("NO_ANSWER", reason);
        };
    return books.save(opening, next, now);
  }

  /**
   * Binds what the member entered, once; a second click gets the card as it is.
   *
   * @throws java.util.NoSuchElementException if there is no such binding
   * @throws ecpay.domain.rule.IllegalMoveException R-PAY-02 when its Token is too old
   */
  public BoundCard submit(CardId id, BindCardPayToken payToken) {
    Step step = transactions.inTransaction(() -> prepare(id));
    return switch (step) {
      case Step.Nothing(BoundCard card) -> card;
      case Step.Call(BoundCard.Submitted submitted, long call) -> {
        Answer<Reply> answer =
            Departure.of(
                submitted.at(),
                clock,
                () ->
                    gateway.createBindCard(
                        merchants.get(submitted.merchant()), submitted.binding(), payToken));
        BoundCard card = transactions.inTransaction(() -> apply(submitted, call, answer));
        yield card instanceof BoundCard.Claimed ? confirm.ask(card) : card;
      }
    };
  }

  private Step prepare(CardId id) {
    BoundCard card = cards.lock(id);
    if (!(card instanceof BoundCard.Open open)) {
      return new Step.Nothing(card);
    }
    Instant now = Instant.now(clock);
    BoundCard.Submitted submitted = open.submit(now);
    books.save(open, submitted, now);
    books.settle(submitted, patience.after(now));
    return new Step.Call(
        submitted, journal.open(card.merchant(), Optional.empty(), Operation.CreateBindCard, now));
  }

  private BoundCard apply(BoundCard.Submitted submitted, long call, Answer<Reply> answer) {
    Instant now = Instant.now(clock);
    journal.close(call, answer, now);
    BoundCard current = cards.lock(submitted.id());
    if (!current.equals(submitted)) {
      return current; // the browser was faster than ECPay's answer
    }
    BoundCard next =
        switch (answer) {
          case Answer.Accepted<Reply>(Reply.MemberMustConfirm(URI page)) ->
              new BoundCard.AwaitingMember(submitted.binding(), page, now);
          case Answer.Accepted<Reply>(Reply.Told told) ->
              new BoundCard.Claimed(
                  submitted.binding(), safe.seal(submitted.id(), told.card()), now);
          case Answer.Refused<Reply>(String code, String message) ->
              submitted.failed(code, message);
          case Answer.NotSent<Reply>(String reason) -> submitted.failed("NOT_SENT", reason);
          case Answer.Unknown<Reply> _ -> submitted;
        };
    return books.save(submitted, next, now);
  }

  /**
   * Takes what the member's browser brings back (CB-04). It is a claim at most: ECPay is asked
   * before the card is used.
   *
   * @return the card as it is now; empty if it is not ECPay's word, or about no card of ours
   */
  public Optional<BoundCard> returned(Merchant merchant, byte[] body) {
    return reader
        .read(merchant, body)
        .filter(result -> result.merchantId().equals(merchant.payments().merchantId()))
        .flatMap(result -> transactions.inTransaction(() -> told(merchant, result)))
        .map(card -> card instanceof BoundCard.Claimed ? confirm.ask(card) : card);
  }

  private Optional<BoundCard> told(Merchant merchant, BindResult result) {
    Instant now = Instant.now(clock);
    return cards
        .findByTradeNo(merchant.id(), result.tradeNo())
        .map(found -> {
          BoundCard card = cards.lock(found.id());
          BoundCard next = card.told(result, safe, now);
          if (!next.equals(card)) {
            books.settle(next, now);
          }
          return books.save(card, next, now);
        });
  }

  private sealed interface Step {
    record Nothing(BoundCard card) implements Step {}

    record Call(BoundCard.Submitted submitted, long call) implements Step {}
  }
}
