package ecpay.domain.allowance;

import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.invoice.deadline.VoidWindow;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.money.Part;
import ecpay.domain.order.OfOrder;
import ecpay.domain.order.OrderId;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.time.Taipei;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Money taken off an invoice, one type per state.
 *
 * <pre>
 * Requested -> Unknown -> AwaitingConsent -> Issued -> Voided
 *                                         -> Cancelled | Expired
 * </pre>
 *
 * <p>An online allowance exists only once the buyer has consented (R-ALW-20, R-ALW-22); a paper one
 * exists at once.
 */
public sealed interface Allowance extends OfOrder {

  /** The 72 hours that a buyer has when ECPay names no deadline (R-ALW-21). */
  Duration CONSENT_TIME = Duration.ofDays(3);

  /** The most by which ECPay's clock and ours may differ while calls are sent (R-TRN-03). */
  Duration CLOCK_DEVIATION = Duration.ofMinutes(10);

  /**
   * What stays the same through all states.
   *
   * @param reference the merchant's own number of it, unique per order
   * @param parts which parts of the invoice's lines go back
   */
  record Draft(
      AllowanceId id,
      MerchantId merchant,
      OrderId order,
      AllowanceReference reference,
      AllowanceDocument document,
      List<Part> parts,
      Instant requestedAt) {
    public Draft {
      parts = List.copyOf(parts);
    }

    /** The same allowance, agreed to like that. */
    Draft with(Consent changed) {
      return new Draft(id, merchant, order, reference, document.with(changed), parts, requestedAt);
    }
  }

  Draft draft();

  default AllowanceId id() {
    return draft().id();
  }

  @Override
  default MerchantId merchant() {
    return draft().merchant();
  }

  @Override
  default OrderId order() {
    return draft().order();
  }

  default Money amount() {
    return draft().document().amount();
  }

  /** A new allowance that is about to be asked for. */
  static Requested request(Draft draft) {
    return new Requested(draft, Optional.empty());
  }

  /**
   * Whether its amount is taken from what remains of the invoice (R-ALW-04). One whose fate is not
   * known counts, so that the invoice can never be overdrawn.
   */
  default boolean holdsItsAmount() {
    return switch (this) {
      case Requested _, Unknown _, AwaitingConsent _, Issued _ -> true;
      case Cancelled _, Expired _, Voided _, Refused _ -> false;
    };
  }

  /**
   * Whether ECPay's books surely take its amount off at that instant. One that waits close to its
   * deadline may have expired there already, by a clock that goes before ours (R-TRN-03).
   */
  default boolean surelyHoldsAt(Instant now) {
    return switch (this) {
      case Issued _ -> true;
      case AwaitingConsent waiting -> now.isBefore(waiting.deadline().minus(CLOCK_DEVIATION));
      case Requested _, Unknown _, Cancelled _, Expired _, Voided _, Refused _ -> false;
    };
  }

  /** ECPay has not confirmed it yet. */
  sealed interface Unconfirmed extends Allowance {
    /** ECPay has mailed the link; RtnCode 1 is not yet an allowance (R-ALW-20). */
    default AwaitingConsent awaitingConsent(AllowanceNumber number, Instant deadline) {
      if (!(draft().document().consent() instanceof Consent.Online)) {
        throw new IllegalMoveException("R-ALW-20", "on paper", "waiting for consent");
      }
      return new AwaitingConsent(draft(), number, deadline, Optional.empty());
    }

    /** It exists: a paper one by ECPay's answer, any one by a query (R-ALW-22). */
    default Issued issued(AllowanceNumber number, Instant at) {
      return new Issued(draft(), number, at, Optional.empty());
    }

    default Refused refused(String code, String message) {
      return new Refused(draft(), code, message);
    }

    default Unknown outcomeUnknown(String reason, boolean resendable, Instant since) {
      return new Unknown(draft(), reason, resendable, since);
    }
  }

  /**
   * ECPay is about to be asked.
   *
   * @param sentAt when a call left whose end is not known; ECPay must be asked before another one
   */
  record Requested(Draft draft, Optional<Instant> sentAt) implements Unconfirmed {
    /** The call is about to leave. */
    public Requested sending(Instant at) {
      return new Requested(draft, Optional.of(at));
    }

    /** The call surely never arrived. */
    public Requested notSent() {
      return new Requested(draft, Optional.empty());
    }
  }

  /**
   * The call may have happened (R-PAY-13). ECPay has no key for allowances, so its books are
   * compared with ours before anything is sent again.
   *
   * @param resendable false after HTTP 500, which only a person may repeat (R-TRN-06)
   * @param since when our side of the call ended; ECPay may have gone on a little longer
   */
  record Unknown(Draft draft, String reason, boolean resendable, Instant since)
      implements Unconfirmed {
    /** It waited for a consent that never came; ECPay has given the amount back. */
    public Expired expire(Instant at) {
      if (at.isBefore(since.plus(CONSENT_TIME))) {
        throw new IllegalMoveException("R-ALW-23", "the buyer may still consent", "expiring");
      }
      return new Expired(draft, Optional.empty(), at);
    }
  }

  /**
   * The buyer has the link.
   *
   * @param deadline IA_TempExpireDate, or 72 hours after the request (R-ALW-21)
   * @param withdrawal set while it is being cancelled
   */
  record AwaitingConsent(
      Draft draft, AllowanceNumber number, Instant deadline, Optional<Withdrawal> withdrawal)
      implements Allowance {

    /** A verified callback or a query says that the buyer has consented (R-ALW-22). */
    public Issued consented(Instant at) {
      return new Issued(draft, number, at, Optional.empty());
    }

    /** The merchant wants to cancel it; only before the deadline (R-ALW-24). */
    public AwaitingConsent cancelling(Withdrawal wanted) {
      demandOpen(wanted.askedAt());
      return new AwaitingConsent(draft, number, deadline, Optional.of(wanted));
    }

    /** ECPay refused to cancel it, or the call is about to leave again. */
    public AwaitingConsent with(Optional<Withdrawal> changed) {
      return new AwaitingConsent(draft, number, deadline, changed);
    }

    /** The deadline has passed and ECPay knows of no allowance (R-ALW-23). */
    public Expired expire(Instant at) {
      if (at.isBefore(deadline)) {
        throw new IllegalMoveException("R-ALW-23", "the buyer may still consent", "expiring");
      }
      return new Expired(draft, Optional.of(number), at);
    }

    /** Withdrawn by the merchant, only before the deadline (R-ALW-24). */
    public Cancelled cancel(Reason reason, Instant at) {
      demandOpen(at);
      return new Cancelled(draft, number, reason, at);
    }

    /** ECPay's own answer or books say that it is cancelled, whatever our clock says. */
    public Cancelled foundCancelled(Reason reason, Instant at) {
      return new Cancelled(draft, number, reason, at);
    }

    private void demandOpen(Instant at) {
      if (!at.isBefore(deadline)) {
        throw new IllegalMoveException("R-ALW-24", "its deadline has passed", "cancelling");
      }
    }
  }

  /**
   * The document exists.
   *
   * @param withdrawal set while it is being voided
   */
  record Issued(
      Draft draft, AllowanceNumber number, Instant issuedAt, Optional<Withdrawal> withdrawal)
      implements Allowance {

    /** The merchant wants to void it, within the void window of its own date (R-ALW-25). */
    public Issued voiding(Withdrawal wanted) {
      demandOpen(wanted.askedAt());
      return new Issued(draft, number, issuedAt, Optional.of(wanted));
    }

    /** ECPay refused to void it, or the call is about to leave again. */
    public Issued with(Optional<Withdrawal> changed) {
      return new Issued(draft, number, issuedAt, changed);
    }

    /** Taken back, within the void window of its own date (R-ALW-25). */
    public Voided voided(Reason reason, Instant at) {
      demandOpen(at);
      return new Voided(draft, number, reason, at);
    }

    /** ECPay's own answer or books say that it is void, whatever our clock says. */
    public Voided foundVoided(Reason reason, Instant at) {
      return new Voided(draft, number, reason, at);
    }

    /** Whether the buyer's signature on the paper slip is still to be obtained (R-ALW-33). */
    public boolean owesSignature() {
      return draft.document().owesSignature();
    }

    /** The buyer's signature on the paper slip is in the files (R-ALW-33). */
    public Issued signed(Instant at) {
      if (!(draft.document().consent() instanceof Consent.Paper paper)) {
        throw new IllegalMoveException("R-ALW-33", "it was agreed to online", "signing");
      }
      return new Issued(draft.with(paper.signed(at)), number, issuedAt, withdrawal);
    }

    private void demandOpen(Instant at) {
      if (!VoidWindow.isOpen(Taipei.dateOf(issuedAt), at)) {
        throw new IllegalMoveException("R-ALW-25", "its void window is closed", "voiding");
      }
    }
  }

  /** Withdrawn before the buyer consented. */
  record Cancelled(Draft draft, AllowanceNumber number, Reason reason, Instant at)
      implements Allowance {
    /** A query shows that the buyer was faster (R-ALW-28). */
    public Issued foundIssued(Instant issuedAt) {
      return new Issued(draft, number, issuedAt, Optional.empty());
    }
  }

  /**
   * The buyer did not consent in time.
   *
   * @param number empty when ECPay's answer with the number was lost
   */
  record Expired(Draft draft, Optional<AllowanceNumber> number, Instant at) implements Allowance {
    /** A query shows that the buyer was in time after all (R-ALW-28). */
    public Issued foundIssued(AllowanceNumber number, Instant issuedAt) {
      return new Issued(draft, number, issuedAt, Optional.empty());
    }
  }

  /** Taken back after it existed. */
  record Voided(Draft draft, AllowanceNumber number, Reason reason, Instant at)
      implements Allowance {}

  /** ECPay said no; nothing happened. */
  record Refused(Draft draft, String code, String message) implements Allowance {}
}
