package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceIncident;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Fate;
import ecpay.domain.allowance.Strangers;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.followup.Progress;
import ecpay.domain.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides, from what ECPay's books show, what became of an allowance (R-ALW-22, R-ALW-23, R-ALW-28,
 * R-PAY-13). Runs inside a transaction.
 */
public final class JudgeAllowance {
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
  private static final Duration FOR_A_PERSON = Duration.ofDays(1);

  private final AllowanceBooks books;
  private final Clock clock;

  public JudgeAllowance(AllowanceBooks books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /** For an allowance whose number is known: it is in the list, or it does not exist. */
  Progress byList(Allowance seen, List<ListedAllowance> listed) {
    Allowance current = books.lock(seen);
    Instant now = Instant.now(clock);
    switch (current) {
      case Allowance.AwaitingConsent waiting ->
          find(listed, waiting.number())
              .ifPresentOrElse(
                  found -> books.issued(waiting.consented(found.issuedAt()), now),
                  () -> books.expired(waiting.expire(now), now));
      case Allowance.Cancelled cancelled ->
          find(listed, cancelled.number())
              .ifPresent(found -> books.issued(cancelled.foundIssued(found.issuedAt()), now));
      case Allowance.Expired expired ->
          expired
              .number()
              .flatMap(number -> find(listed, number))
              .ifPresent(found ->
                  books.issued(expired.foundIssued(found.number(), found.issuedAt()), now));
      case Allowance.Requested _,
          Allowance.Unknown _,
          Allowance.Issued _,
          Allowance.Voided _,
          Allowance.Refused _ -> {}
    }
    return Progress.DONE;
  }

  /** The allowances of the same invoice, to be compared with what they are after the queries. */
  List<Allowance> ofInvoice(Allowance allowance) {
    return books.ofInvoice(allowance);
  }

  /**
   * For an allowance whose number was lost: it is recognised by its amount and time while no other
   * can be meant and ECPay's remaining amount does not deny it, or by what is gone.
   *
   * @param before the allowances of the invoice before ECPay was asked; if they have changed since,
   *     ECPay's figures prove nothing
   */
  Progress byListAndRemaining(
      Allowance seen, List<Allowance> before, List<ListedAllowance> listed, Money remaining) {
    Allowance locked = books.lock(seen);
    Instant now = Instant.now(clock);
    List<Allowance> all = books.ofInvoice(seen);
    if (!(locked instanceof Allowance.Unconfirmed current) || !all.equals(before)) {
      return new Progress.WaitUntil(now); // look at it afresh
    }
    Strangers strangers =
        Strangers.among(
            listed.stream()
                .filter(found -> !found.voided() && !books.knows(current, found.number()))
                .toList(),
            all);
    Fate fate =
        strangers.anyIsForeign() ? Fate.CONTRADICTED : Fate.of(current, all, remaining, now);
    List<ListedAllowance> candidates = strangers.of(current);
    if (candidates.isEmpty()) {
      return byFate(current, fate, now);
    }
    List<Allowance> rivals = strangers.rivals(current);
    if (candidates.size() > rivals.size()) {
      return byFate(current, Fate.CONTRADICTED, now);
    }
    return switch (fate) {
      case TOOK_PLACE, UNCLEAR ->
          rivals.stream().allMatch(rival -> Strangers.areAlike(rival, current))
              ? adopt(current, candidates.getFirst(), now)
              : aPersonMustLook(current, AllowanceIncident.OUTCOME_UNCLEAR, now);
      case NEVER_TOOK_PLACE, CONTRADICTED -> byFate(current, Fate.CONTRADICTED, now);
    };
  }

  private Progress adopt(Allowance.Unconfirmed current, ListedAllowance found, Instant now) {
    books.issued(current.issued(found.number(), found.issuedAt()), now);
    return Progress.DONE;
  }

  private Progress byFate(Allowance.Unconfirmed current, Fate fate, Instant now) {
    Allowance.Unknown unknown = unknown(current, now);
    Instant lastLook = unknown.since().plus(Allowance.CONSENT_TIME);
    boolean online = current.draft().document().consent() instanceof Consent.Online;
    return switch (fate) {
      case NEVER_TOOK_PLACE -> {
        // ECPay's 72 hours began before its answer was missed: near their end it may have expired
        if (!online || now.isBefore(lastLook.minus(BETWEEN_LOOKS))) {
          yield sendAgain(current, now);
        }
        if (now.isBefore(lastLook)) {
          yield new Progress.WaitUntil(lastLook);
        }
        books.expired(unknown.expire(now), now);
        yield Progress.DONE;
      }
      // ECPay may hold another one's amount, or its number may have been given to this one's twin;
      // every consent that could be meant is over one consent time after the last look.
      case TOOK_PLACE, UNCLEAR ->
          now.isBefore(lastLook.plus(Allowance.CONSENT_TIME))
              ? new Progress.WaitUntil(nextLook(now, lastLook))
              : aPersonMustLook(current, AllowanceIncident.OUTCOME_UNCLEAR, now);
      case CONTRADICTED -> aPersonMustLook(current, AllowanceIncident.REMAINING_DIFFERS, now);
    };
  }

  /** A person is told once; ECPay's books are still looked at, for the person may mend them. */
  private Progress aPersonMustLook(Allowance current, AllowanceIncident why, Instant now) {
    books.raiseOnce(current, why, now);
    return new Progress.WaitUntil(now.plus(FOR_A_PERSON));
  }

  private Progress sendAgain(Allowance.Unconfirmed current, Instant now) {
    if (current instanceof Allowance.Unknown unknown && !unknown.resendable()) {
      books.refused(unknown.refused("NEVER_HAPPENED", unknown.reason()), now);
      books.raise(unknown, AllowanceIncident.RESEND_NEEDS_A_PERSON, now);
      return Progress.DONE;
    }
    books.save(Allowance.request(current.draft()));
    return new Progress.WaitUntil(now);
  }

  private static Allowance.Unknown unknown(Allowance.Unconfirmed current, Instant now) {
    return switch (current) {
      case Allowance.Unknown unknown -> unknown;
      case Allowance.Requested requested ->
          requested.outcomeUnknown("interrupted", true, requested.sentAt().orElse(now));
    };
  }

  private static Optional<ListedAllowance> find(
      List<ListedAllowance> listed, AllowanceNumber number) {
    return listed.stream()
        .filter(found -> found.number().equals(number) && !found.voided())
        .findFirst();
  }

  private static Instant nextLook(Instant now, Instant lastLook) {
    Instant next = now.plus(BETWEEN_LOOKS);
    return now.isBefore(lastLook) && next.isAfter(lastLook) ? lastLook : next;
  }
}
