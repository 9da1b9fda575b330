package ecpay.domain.contract.usecase;

import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks after a contract from its first charge to its end: begins it, asks ECPay on the day after
 * each charge that was not told, and brings what the merchant wants of it to an end (R-PAY-17,
 * R-PAY-18).
 */
public final class WatchContract {
  private final Transactions transactions;
  private final ContractBooks books;
  private final AskAboutContract ask;
  private final ActOnContract act;
  private final Clock clock;

  public WatchContract(
      Transactions transactions,
      ContractBooks books,
      AskAboutContract ask,
      ActOnContract act,
      Clock clock) {
    this.transactions = transactions;
    this.books = books;
    this.ask = ask;
    this.act = act;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.WatchContract followUp) {
    Optional<PeriodicContract> contract = find(followUp);
    if (contract.isEmpty()) {
      return Progress.DONE;
    }
    if (contract.get().pending().isPresent()) {
      Progress progress = act.proceed(contract.get());
      return progress.equals(Progress.DONE) ? next(followUp) : progress;
    }
    Optional<Instant> look = contract.get().nextLook();
    if (look.filter(due -> !Instant.now(clock).isBefore(due)).isPresent()) {
      Optional<Progress> trouble = ask.ask(contract.get());
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    return next(followUp);
  }

  private Progress next(FollowUp.WatchContract followUp) {
    return find(followUp)
        .flatMap(PeriodicContract::nextLook)
        .<Progress>map(Progress.WaitUntil::new)
        .orElse(Progress.DONE);
  }

  private Optional<PeriodicContract> find(FollowUp.WatchContract followUp) {
    return transactions.inTransaction(
        () -> books.hold(followUp.merchant(), followUp.contract(), Instant.now(clock)));
  }
}
