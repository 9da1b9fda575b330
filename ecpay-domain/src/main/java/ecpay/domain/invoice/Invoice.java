package ecpay.domain.invoice;

import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Part;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.OfOrder;
import ecpay.domain.order.OrderId;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invoice of an order, one type per state. Its RelateNumber never changes, so that asking for
 * the same invoice twice can never make two (R-INV-02, R-INV-34).
 *
 * <pre>
 * Requested -> Unknown -> Issued (uploaded, re-issued) -> Voided
 *           -> AwaitingNumbers -> ...
 *           -> Scheduled -> Issued | Cancelled (-> Issued, if ECPay issued it after all)
 *           -> Refused -> Requested
 * </pre>
 */
public sealed interface Invoice extends OfOrder {

  /**
   * What stays the same through all states, but for corrections of how it reaches its buyer.
   *
   * @param reference the merchant's own number of it, unique per order
   * @param parts which parts of the order's lines it is for; they never change
   * @param delay set when ECPay issues it later
   */
  record Draft(
      InvoiceId id,
      MerchantId merchant,
      OrderId order,
      InvoiceReference reference,
      InvoiceDocument document,
      List<Part> parts,
      Optional<InvoiceTiming.Delayed> delay,
      Instant requestedAt) {
    public Draft {
      parts = List.copyOf(parts);
    }

    /** The same invoice with another document for the same parts. */
    Draft with(InvoiceDocument corrected) {
      if (!corrected.relateNumber().equals(document.relateNumber())
          || !corrected.salesAmount().equals(document.salesAmount())) {
        throw new IllegalMoveException(
            "R-INV-27", "it is " + document.relateNumber(), "changing its key or its amount");
      }
      return new Draft(id, merchant, order, reference, corrected, parts, delay, requestedAt);
    }
  }

  Draft draft();

  default InvoiceId id() {
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

  default InvoiceDocument document() {
    return draft().document();
  }

  /**
   * Whether its parts of the order are taken, so that they are not invoiced twice (R-INV-34). One
   * whose fate is not known counts.
   */
  default boolean holdsItsParts() {
    return switch (this) {
      case Requested _, AwaitingNumbers _, Unknown _, Scheduled _, Issued _ -> true;
      case Voided _, Cancelled _, Refused _ -> false;
    };
  }

  /** A new invoice that is about to be issued. */
  static Requested request(Draft draft) {
    return new Requested(draft, Optional.empty());
  }

  /** Not issued yet, or never, as far as we know. */
  sealed interface Unissued extends Invoice {
    default Issued issued(IssuedInvoice facts) {
      return new Issued(draft(), facts, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** ECPay has not confirmed that it took it. */
  sealed interface Unconfirmed extends Unissued {
    default Refused refused(String code, String message) {
      return new Refused(draft(), code, message);
    }

    default Unknown outcomeUnknown(String reason, boolean resendable) {
      return new Unknown(draft(), reason, resendable);
    }

    /** ECPay keeps it and will issue it later (DelayIssue). */
    default Scheduled scheduled(Instant at) {
      if (draft().delay().isEmpty()) {
        throw new IllegalMoveException("R-INV-31", "it is to be issued at once", "scheduling");
      }
      return new Scheduled(draft(), at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** ECPay has no numbers for it (R-INV-28). */
    default AwaitingNumbers awaitingNumbers(String code, String message, Instant since) {
      return new AwaitingNumbers(draft(), code, message, since);
    }
  }

  /**
   * Issue or DelayIssue is about to be called.
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

  /** No usable number track, or none of its numbers is left (R-INV-28): it waits for stock. */
  record AwaitingNumbers(Draft draft, String code, String message, Instant since)
      implements Unconfirmed {
    /** There is stock again, or may be. */
    public Requested again() {
      return request(draft);
    }
  }

  /**
   * The call may have happened (R-PAY-13): GetIssue by RelateNumber tells.
   *
   * @param resendable whether it may be called again once ECPay says that nothing happened; false
   *     after HTTP 500 (R-TRN-06)
   */
  record Unknown(Draft draft, String reason, boolean resendable) implements Unconfirmed {}

  /**
   * ECPay keeps it and issues it later, or may do so: it holds its parts until that is over.
   *
   * @param triggeredAt when it was triggered; only for one that waits for a trigger
   * @param doubt what a call of ours left open; ECPay has no query for it
   */
  record Scheduled(
      Draft draft,
      Instant acceptedAt,
      Optional<Instant> triggeredAt,
      Optional<Pending<Change.OfScheduled>> pending,
      Optional<Doubt> doubt)
      implements Unissued {

    /** What nobody knows of ECPay's side, because an answer was lost for good (R-TRN-06). */
    public enum Doubt {
      /** Whether ECPay has it at all. */
      TAKEN,
      /** Whether it was triggered. */
      TRIGGERED,
      /** Whether it was cancelled. */
      CANCELLED,
      /** Nothing waits under its Tsr any more: whether it was issued or will never be. */
      GONE
    }

    /** The merchant wants a change of it. */
    public Scheduled wanting(Pending<Change.OfScheduled> change) {
      return new Scheduled(draft, acceptedAt, triggeredAt, Optional.of(change), doubt);
    }

    /** The change is off: ECPay refused it. */
    public Scheduled unchanged() {
      return new Scheduled(draft, acceptedAt, triggeredAt, Optional.empty(), doubt);
    }

    public Scheduled doubting(Doubt open) {
      return new Scheduled(draft, acceptedAt, triggeredAt, pending, Optional.of(open));
    }

    public Scheduled triggered(Instant at) {
      return new Scheduled(draft, acceptedAt, Optional.of(at), Optional.empty(), Optional.empty());
    }

    /** ECPay edits only what waits, which leaves nothing open. */
    public Scheduled edited(InvoiceDocument document) {
      return new Scheduled(
          draft.with(document), acceptedAt, triggeredAt, Optional.empty(), Optional.empty());
    }

    public Cancelled cancelled(Instant at) {
      return new Cancelled(draft, at);
    }
  }

  /**
   * The document exists.
   *
   * @param uploadedAt when ECPay gave it to the tax authority, within 48 hours (R-INV-21), or when
   *     we learned of it if ECPay does not tell; empty until it is known that it did
   * @param reissuedAt when it was annulled and issued anew; that is done once (R-INV-26)
   */
  record Issued(
      Draft draft,
      IssuedInvoice facts,
      Optional<Instant> uploadedAt,
      Optional<Instant> reissuedAt,
      Optional<Pending<Change.OfIssued>> pending)
      implements Invoice {

    public Issued uploaded(Instant at) {
      return new Issued(draft, facts, Optional.of(at), reissuedAt, pending);
    }

    /** The merchant wants a change of it. */
    public Issued wanting(Pending<Change.OfIssued> change) {
      return new Issued(draft, facts, uploadedAt, reissuedAt, Optional.of(change));
    }

    /** The change is off: ECPay refused it. */
    public Issued unchanged() {
      return new Issued(draft, facts, uploadedAt, reissuedAt, Optional.empty());
    }

    public Voided voided(VoidReason reason, Instant at) {
      return new Voided(draft, facts, reason, at);
    }

    /** Annulled and issued anew under its own number and time (R-INV-27). */
    public Issued reissued(InvoiceDocument document, IssuedInvoice anew, Instant at) {
      if (!anew.number().equals(facts.number())) {
        throw new IllegalMoveException(
            "R-INV-27", "its number is " + facts.number(), "re-issuing it as " + anew.number());
      }
      return new Issued(
          draft.with(document),
          new IssuedInvoice(facts.number(), facts.issuedAt(), anew.randomNumber()),
          Optional.empty(),
          Optional.of(at),
          Optional.empty());
    }
  }

  /** It no longer counts; only queries and notices follow (R-INV-26). */
  record Voided(Draft draft, IssuedInvoice facts, VoidReason reason, Instant at)
      implements Invoice {}

  /** It was never issued and never will be. */
  record Cancelled(Draft draft, Instant at) implements Unissued {}

  /** ECPay said no; once the cause is corrected it may be asked for again. */
  record Refused(Draft draft, String code, String message) implements Unissued {
    /** Asks again under the same RelateNumber, which ECPay has not used. */
    public Requested again(InvoiceDocument document) {
      return request(draft.with(document));
    }
  }
}
