package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceId;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.BoundAllowances;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.Withdrawal;
import ecpay.domain.event.DomainEvent.AllowanceSigned;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRequested;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What a merchant may want of an allowance after it was asked for: cancel it while the buyer has
 * not consented, void it once it exists, record its signature. A wish that is fulfilled or under
 * way is answered as it is, so that it may be repeated.
 */
public final class WithdrawAllowance {
  private final Transactions transactions;
  private final Allowances allowances;
  private final BoundAllowances bound;
  private final AllowanceBooks books;
  private final SettleAllowance settle;
  private final FollowUps followUps;
  private final Patience patience;
  private final Clock clock;

  public WithdrawAllowance(
      Transactions transactions,
      Allowances allowances,
      BoundAllowances bound,
      AllowanceBooks books,
      SettleAllowance settle,
      FollowUps followUps,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.allowances = allowances;
    this.bound = bound;
    this.books = books;
    this.settle = settle;
    this.followUps = followUps;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * AllowanceInvalidByCollegiate.
   *
   * @throws IllegalMoveException R-ALW-24 unless it waits for consent and its deadline is ahead
   * @throws NoSuchElementException if the merchant has no such allowance
   */
  public Allowance cancel(MerchantId merchant, AllowanceId id, Reason reason) {
    return record(merchant, id, cancelling(reason));
  }

  /** Everything that stands in the way of cancelling it; cancels nothing. */
  public void demandCancellable(MerchantId merchant, AllowanceId id, Reason reason) {
    demand(merchant, id, cancelling(reason));
  }

  /**
   * AllowanceInvalid.
   *
   * @throws IllegalMoveException R-ALW-25 unless it is issued and its void window is open, R-CAP-13
   *     while a refund needs it
   * @throws NoSuchElementException if the merchant has no such allowance
   */
  public Allowance voidAllowance(MerchantId merchant, AllowanceId id, Reason reason) {
    return record(merchant, id, voiding(reason));
  }

  /** Everything that stands in the way of voiding it; voids nothing. */
  public void demandVoidable(MerchantId merchant, AllowanceId id, Reason reason) {
    demand(merchant, id, voiding(reason));
  }

  private static Wish cancelling(Reason reason) {
    return (allowance, now) ->
        switch (allowance) {
          case Allowance.Cancelled cancelled -> cancelled;
          case Allowance.AwaitingConsent waiting when waiting.withdrawal().isPresent() -> waiting;
          case Allowance.AwaitingConsent waiting -> waiting.cancelling(Withdrawal.of(reason, now));
          case Allowance.Requested _,
              Allowance.Unknown _,
              Allowance.Issued _,
              Allowance.Expired _,
              Allowance.Voided _,
              Allowance.Refused _ ->
              throw new IllegalMoveException("R-ALW-24", "it does not await consent", "cancelling");
        };
  }

  private Wish voiding(Reason reason) {
    return (allowance, now) ->
        switch (allowance) {
          case Allowance.Voided voided -> voided;
          case Allowance.Issued issued when issued.withdrawal().isPresent() -> issued;
          case Allowance.Issued issued -> {
            demandUnbound(issued);
            yield issued.voiding(Withdrawal.of(reason, now));
          }
          case Allowance.Requested _,
              Allowance.Unknown _,
              Allowance.AwaitingConsent _,
              Allowance.Cancelled _,
              Allowance.Expired _,
              Allowance.Refused _ ->
              throw new IllegalMoveException("R-ALW-25", "it is not issued", "voiding");
        };
  }

  private void demandUnbound(Allowance.Issued allowance) {
    if (bound.isBound(allowance)) {
      throw new IllegalMoveException(
          "R-CAP-13", "it is the document of a refund: call the refund off instead", "voiding");
    }
    long others =
        allowances.ofOrder(allowance.merchant(), allowance.order()).stream()
            .filter(one -> !one.id().equals(allowance.id()))
            .filter(one -> one instanceof Allowance.Issued other && other.withdrawal().isEmpty())
            .filter(one -> !bound.isBound(one)) // an end that is open stands for no money
            .mapToLong(one -> one.amount().twd())
            .sum();
    if (bound.onOthers(allowance.merchant(), allowance.order()).twd() > others) {
      throw new IllegalMoveException("R-CAP-13", "its money has gone back by a refund", "voiding");
    }
  }

  /**
   * The buyer's signature on the paper slip has come in (R-ALW-33).
   *
   * @throws IllegalMoveException R-ALW-33 unless it is a paper allowance that is issued
   * @throws NoSuchElementException if the merchant has no such allowance
   */
  public Allowance sign(MerchantId merchant, AllowanceId id) {
    Allowance seen = find(merchant, id);
    transactions.run(() -> {
      Instant now = Instant.now(clock);
      if (!(books.lock(seen) instanceof Allowance.Issued issued)) {
        throw new IllegalMoveException("R-ALW-33", "it is not issued", "signing");
      }
      Allowance.Issued signed = issued.signed(now);
      if (issued.owesSignature()) {
        books.save(signed);
        books.append(issued, now, new AllowanceSigned(id));
      }
    });
    return find(merchant, id);
  }

  private Allowance record(MerchantId merchant, AllowanceId id, Wish wish) {
    Allowance seen = find(merchant, id);
    Optional<Allowance> recorded = transactions.inTransaction(() -> record(seen, wish));
    if (recorded.isPresent()) {
      settle.proceed(new FollowUp.SettleAllowance(merchant, id));
    }
    return find(merchant, id);
  }

  private Optional<Allowance> record(Allowance seen, Wish wish) {
    Allowance locked = books.lock(seen);
    Instant now = Instant.now(clock);
    Allowance wanted = wish.apply(locked, now);
    if (wanted.equals(locked)) {
      hurry(locked, now);
      return Optional.empty();
    }
    books.save(wanted);
    books.append(wanted, now, new AllowanceWithdrawalRequested(wanted.id()));
    followUps.schedule(
        new FollowUp.SettleAllowance(wanted.merchant(), wanted.id()), patience.after(now));
    return Optional.of(wanted);
  }

  /** A wish that is repeated while it waits for better times is tried now (R-ALW-24, R-ALW-25). */
  private void hurry(Allowance repeated, Instant now) {
    boolean isUnderWay =
        (repeated instanceof Allowance.AwaitingConsent waiting && waiting.withdrawal().isPresent())
            || (repeated instanceof Allowance.Issued issued && issued.withdrawal().isPresent());
    if (isUnderWay) {
      followUps.schedule(new FollowUp.SettleAllowance(repeated.merchant(), repeated.id()), now);
    }
  }

  private void demand(MerchantId merchant, AllowanceId id, Wish wish) {
    Allowance seen = find(merchant, id);
    transactions.run(() -> {
      var _ = wish.apply(books.lock(seen), Instant.now(clock));
    });
  }

  private Allowance find(MerchantId merchant, AllowanceId id) {
    return allowances
        .find(merchant, id)
        .orElseThrow(() -> new NoSuchElementException("no allowance " + id));
  }

  private interface Wish {
    Allowance apply(Allowance allowance, Instant now);
  }
}
