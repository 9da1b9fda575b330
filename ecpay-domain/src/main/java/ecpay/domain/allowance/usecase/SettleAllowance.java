package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings an allowance to its end, however often it runs and wherever an earlier run was killed: it
 * sends what never left, compares ECPay's books where an answer is missing, and closes what the
 * buyer left open past its deadline.
 */
public final class SettleAllowance {
  private final Merchants merchants;
  private final Allowances allowances;
  private final SendAllowance send;
  private final InvestigateAllowance investigate;
  private final SendWithdrawal withdraw;
  private final Patience patience;
  private final Clock clock;

  public SettleAllowance(
      Merchants merchants,
      Allowances allowances,
      SendAllowance send,
      InvestigateAllowance investigate,
      SendWithdrawal withdraw,
      Patience patience,
      Clock clock) {
    this.merchants = merchants;
    this.allowances = allowances;
    this.send = send;
    this.investigate = investigate;
    this.withdraw = withdraw;
    this.patience = patience;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.SettleAllowance followUp) {
    Allowance allowance = allowances.find(followUp.merchant(), followUp.allowance()).orElseThrow();
    Instant now = Instant.now(clock);
    return switch (allowance) {
      case Allowance.Requested(Allowance.Draft _, Optional<Instant> sentAt) when sentAt.isEmpty() ->
          send.send(merchants.get(allowance.merchant()), allowance);
      case Allowance.Requested requested ->
          from(patience.after(requested.sentAt().orElse(now)), now, requested);
      case Allowance.Unknown unknown -> from(patience.after(unknown.since()), now, unknown);
      case Allowance.AwaitingConsent waiting when waiting.withdrawal().isPresent() ->
          withdraw.cancel(merchants.get(allowance.merchant()), waiting);
      case Allowance.AwaitingConsent waiting -> from(waiting.deadline(), now, waiting);
      case Allowance.Expired _, Allowance.Cancelled _ -> ask(allowance);
      case Allowance.Issued issued when issued.withdrawal().isPresent() ->
          withdraw.voidAllowance(merchants.get(allowance.merchant()), issued);
      case Allowance.Issued _, Allowance.Voided _, Allowance.Refused _ -> Progress.DONE;
    };
  }

  private Progress from(Instant due, Instant now, Allowance allowance) {
    return now.isBefore(due) ? new Progress.WaitUntil(due) : ask(allowance);
  }

  private Progress ask(Allowance allowance) {
    return investigate.investigate(merchants.get(allowance.merchant()), allowance);
  }
}
