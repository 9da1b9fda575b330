package ecpay.domain.contract.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.answer.Delivery;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractGateway.Done;
import ecpay.domain.contract.ContractIncident;
import ecpay.domain.contract.PendingAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.event.DomainEvent.ContractActionRefused;
import ecpay.domain.event.DomainEvent.ContractActionRequested;
import ecpay.domain.followup.FollowUp.WatchContract;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Stops a contract for good, or has its latest refused charge tried again: CreditCardPeriodAction,
 * never DoAction (R-CAP-10). ECPay is asked first how the contract stands; a cancellation leaves
 * even when it does not answer that, because ECPay takes it once only and says so of a repeat.
 */
public final class ActOnContract {
  private final Transactions transactions;
  private final Merchants merchants;
  private final ContractGateway gateway;
  private final ContractBooks books;
  private final AskAboutContract ask;
  private final RecordedCall calls;
  private final FollowUps followUps;
  private final Patience patience;
  private final Clock clock;

  public ActOnContract(
      Transactions transactions,
      Merchants merchants,
      ContractGateway gateway,
      ContractBooks books,
      AskAboutContract ask,
      RecordedCall calls,
      FollowUps followUps,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.gateway = gateway;
    this.books = books;
    this.ask = ask;
    this.calls = calls;
    this.followUps = followUps;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Asks for it and tries it at once; what does not work out is followed up. Cancelling what ECPay
   * charges no more changes nothing; a contract that only counts as stopped here is cancelled
   * there.
   *
   * @throws java.util.NoSuchElementException if the merchant has no such contract
   * @throws ecpay.domain.rule.IllegalMoveException while another action is under way, or when there
   *     is nothing to try again
   */
  public PeriodicContract want(
      MerchantId merchant, MerchantTradeNo tradeNo, ContractAction action) {
    PeriodicContract wanted = transactions.inTransaction(() -> record(merchant, tradeNo, action));
    if (wanted.pending().isPresent()) {
      proceed(wanted);
    }
    return transactions.inTransaction(() -> hold(wanted));
  }

  private PeriodicContract record(
      MerchantId merchant, MerchantTradeNo tradeNo, ContractAction action) {
    Instant now = Instant.now(clock);
    PeriodicContract contract = books.hold(merchant, tradeNo, now).orElseThrow();
    if (action == ContractAction.CANCEL && contract.isOver() && contract.pending().isEmpty()) {
      return contract;
    }
    PeriodicContract wanting = contract.wanting(action, now);
    if (!wanting.equals(contract)) {
      books.append(contract, now, new ContractActionRequested(tradeNo, action.word()));
      books.save(contract, wanting, now);
      comeBack(wanting, now);
    }
    return wanting;
  }

  /** One try; done once nothing is wanted any more. */
  Progress proceed(PeriodicContract contract) {
    Delivery delivery = contract.pending().orElseThrow().delivery();
    Instant now = Instant.now(clock);
    Optional<Instant> settled = delivery.inDoubtSince().map(patience::after).filter(now::isBefore);
    if (settled.isPresent()) {
      return new Progress.WaitUntil(settled.get());
    }
    Optional<Progress> trouble = ask.ask(contract);
    if (trouble.isPresent() && !leavesUnasked(contract)) {
      return trouble.get();
    }
    if (delivery.inDoubtSince().isEmpty()) {
      return send(contract);
    }
    Progress settling = transactions.inTransaction(() -> settle(contract));
    return settling.equals(Progress.DONE) ? settling : trouble.orElse(settling);
  }

  private static boolean leavesUnasked(PeriodicContract contract) {
    return contract.isBeingCancelled()
        && contract.pending().filter(known -> known.delivery().mayRepeat()).isPresent();
  }

  /** ECPay was asked, and the answer is in the books: is it done, or is it to be sent again? */
  private Progress settle(PeriodicContract seen) {
    Instant now = Instant.now(clock);
    PeriodicContract contract = hold(seen);
    if (isOver(contract)) {
      books.save(contract, contract.settled(), now);
      return Progress.DONE;
    }
    if (!contract.pending().equals(seen.pending())) {
      return new Progress.WaitUntil(now); // somebody else settled it: look at it afresh
    }
    PendingAction pending = contract.pending().orElseThrow();
    if (pending.action() == ContractAction.CANCEL && pending.delivery().mayRepeat()) {
      books.save(contract, contract.delivering(Delivery.Due.REPEAT), now);
      return new Progress.WaitUntil(now);
    }
    books.raise(
        contract,
        pending.action() == ContractAction.CANCEL
            ? ContractIncident.CANCEL_UNCLEAR
            : ContractIncident.REAUTHORIZATION_UNCLEAR,
        now);
    books.save(
        contract,
        pending.action() == ContractAction.CANCEL ? contract.settled() : contract.triedAgain(now),
        now);
    return Progress.DONE;
  }

  private Progress send(PeriodicContract seen) {
    ContractAction action = seen.pending().orElseThrow().action();
    return calls.make(
        Operation.CreditCardPeriodAction,
        seen,
        now -> begin(seen, now),
        () -> gateway.act(merchants.get(seen.merchant()), seen.agreement(), action),
        this::apply);
  }

  /** Empty when there is nothing left to do, or somebody else was faster. */
  private Optional<PeriodicContract> begin(PeriodicContract seen, Instant now) {
    PeriodicContract contract = hold(seen);
    if (isOver(contract)) {
      books.save(contract, contract.settled(), now);
      return Optional.empty();
    }
    if (!contract.pending().equals(seen.pending())
        || !(contract.pending().orElseThrow().delivery() instanceof Delivery.Due due)) {
      return Optional.empty();
    }
    PeriodicContract leaving = contract.delivering(due.sending(now));
    books.save(contract, leaving, now);
    comeBack(contract, now);
    return Optional.of(leaving);
  }

  private Progress apply(PeriodicContract left, Answer<Done> answer, Instant now) {
    PeriodicContract contract = hold(left);
    if (contract.pending().isEmpty()) {
      return Progress.DONE; // a query was faster than the answer
    }
    if (!contract.pending().equals(left.pending())) {
      return new Progress.WaitUntil(now); // settled meanwhile, as after a long sleep
    }
    PendingAction pending = contract.pending().get();
    return switch (answer) {
      case Answer.Accepted<Done> _ -> done(contract, pending.action(), now);
      case Answer.Refused<Done>(String code, String _)
          when code.equals(ContractGateway.ALREADY_STOPPED) -> {
        books.save(contract, contract.ended(State.STOPPED, now), now);
        yield Progress.DONE;
      }
      case Answer.Refused<Done>(String code, String message) -> {
        books.append(
            contract,
            now,
            new ContractActionRefused(contract.tradeNo(), pending.action().word(), code, message));
        books.raise(contract, ContractIncident.ACTION_REFUSED, now);
        books.save(contract, contract.settled(), now);
        yield Progress.DONE;
      }
      case Answer.NotSent<Done>(String reason) -> {
        Delivery due =
            pending.delivery() instanceof Delivery.Sent sent ? sent.notSent() : Delivery.Due.REPEAT;
        books.save(contract, contract.delivering(due), now);
        yield new Progress.TryAgain("CreditCardPeriodAction not sent: " + reason);
      }
      case Answer.Unknown<Done>(String _, boolean resendable) -> {
        books.save(contract, contract.delivering(new Delivery.Lost(now, resendable)), now);
        comeBack(contract, now);
        yield new Progress.WaitUntil(patience.after(now));
      }
    };
  }

  private Progress done(PeriodicContract contract, ContractAction action, Instant now) {
    PeriodicContract next =
        switch (action) {
          case CANCEL -> contract.ended(State.STOPPED, now);
          case REAUTHORIZE -> contract.triedAgain(now); // PeriodReturnURL tells, or a look
        };
    books.save(contract, next, now);
    return Progress.DONE;
  }

  /** Whether there is nothing left to do for what is wanted. */
  private static boolean isOver(PeriodicContract contract) {
    return contract
        .pending()
        .map(pending ->
            switch (pending.action()) {
              case CANCEL -> contract.isOver();
              case REAUTHORIZE ->
                  contract.state() == State.STOPPED || contract.charges().getLast().isCharged();
            })
        .orElse(true);
  }

  private PeriodicContract hold(PeriodicContract seen) {
    return books.hold(seen.merchant(), seen.tradeNo(), Instant.now(clock)).orElseThrow();
  }

  private void comeBack(PeriodicContract contract, Instant now) {
    followUps.schedule(
        new WatchContract(contract.merchant(), contract.tradeNo()), patience.after(now));
  }
}
