package ecpay.domain.invoice;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * The invoice of an order, one type per state. Its RelateNumber never changes, so that asking for
 * the same invoice twice can never make two (R-INV-02, R-INV-34).
 *
 * <pre>
 * Requested -> Unknown -> Issued | Refused
 * </pre>
 */
public sealed interface Invoice {

  /** What stays the same through all states. */
  record Draft(
      InvoiceId id,
      MerchantId merchant,
      OrderId order,
      InvoiceDocument document,
      Instant requestedAt) {}

  Draft draft();

  default InvoiceId id() {
    return draft().id();
  }

  default MerchantId merchant() {
    return draft().merchant();
  }

  default OrderId order() {
    return draft().order();
  }

  default InvoiceDocument document() {
    return draft().document();
  }

  /** A new invoice that is about to be issued. */
  static Requested request(Draft draft) {
    return new Requested(draft, Optional.empty());
  }

  /** Not issued yet. Only from here and from {@link Unknown} it can be. */
  sealed interface Unissued extends Invoice {
    default Issued issued(IssuedInvoice facts) {
      return new Issued(draft(), facts);
    }

    default Refused refused(String code, String message) {
      return new Refused(draft(), code, message);
    }

    default Unknown outcomeUnknown(String reason, boolean resendable) {
      return new Unknown(draft(), reason, resendable);
    }
  }

  /**
   * Issue is about to be called.
   *
   * @param sentAt when a call left whose end is not known; ECPay must be asked before another one
   */
  record Requested(Draft draft, Optional<Instant> sentAt) implements Unissued {
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
   * Issue may have happened (R-PAY-13): GetIssue by RelateNumber tells.
   *
   * @param resendable whether Issue may be called again once ECPay says that nothing happened;
   *     false after HTTP 500 (R-TRN-06)
   */
  record Unknown(Draft draft, String reason, boolean resendable) implements Unissued {}

  /** The document exists. */
  record Issued(Draft draft, IssuedInvoice facts) implements Invoice {}

  /** ECPay said no; a person must correct the cause before it is asked for again. */
  record Refused(Draft draft, String code, String message) implements Invoice {}
}
