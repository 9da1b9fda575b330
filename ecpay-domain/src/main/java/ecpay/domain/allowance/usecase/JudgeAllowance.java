package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceIncident;
import ecpay.domain.allowance.AllowanceNumber;
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

  /** For an allowance whose number was lost: it is recognised by its amount, or by what is gone. */
  Progress byListAndRemaining(Allowance seen, List<ListedAllowance> listed, Money remaining) {
    if (!(books.lock(seen) instanceof Allowance.Unconfirmed current)) {
      return Progress.DONE;
    }
    Instant now = Instant.now(clock);
    List<ListedAllowance> candidates =
        listed.stream()
            .filter(found -> !found.voided())
            .filter(found -> found.amount().equals(current.amount()))
            .filter(found -> !books.knows(current, found.number()))
            .toList();
    if (candidates.size() == 1) {
      ListedAllowance found = candidates.getFirst();
      books.issued(current.issued(found.number(), found.issuedAt()), now);
      return Progress.DONE;
    }
    Money ours = books.remaining(current);
    Instant lastLook = current.draft().requestedAt().plus(Allowance.CONSENT_TIME);
    boolean tookPlace = remaining.equals(ours);
    boolean neverTookPlace = remaining.equals(ours.plus(current.amount()));
    if (!candidates.isEmpty() || (!tookPlace && !neverTookPlace)) {
      books.raise(current, AllowanceIncident.REMAINING_DIFFERS, now);
      return now.isBefore(lastLook) ? new Progress.WaitUntil(lastLook) : Progress.DONE;
    }
    if (!now.isBefore(lastLook)) {
      return closed(current, neverTookPlace, now);
    }
    return neverTookPlace
        ? sendAgain(current, now)
        : new Progress.WaitUntil(earlier(now.plus(BETWEEN_LOOKS), lastLook));
  }

  /** After 72 hours no consent can come; ECPay has given the amount back, or a person must look. */
  private Progress closed(Allowance.Unconfirmed current, boolean givenBack, Instant now) {
    if (givenBack) {
      books.expired(unknown(current, now).expire(now), now);
    } else {
      books.raise(current, AllowanceIncident.REMAINING_DIFFERS, now);
    }
    return Progress.DONE;
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
      case Allowance.Requested requested -> requested.outcomeUnknown("interrupted", false, now);
    };
  }

  private static Optional<ListedAllowance> find(
      List<ListedAllowance> listed, AllowanceNumber number) {
    return listed.stream()
        .filter(found -> found.number().equals(number) && !found.voided())
        .findFirst();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
