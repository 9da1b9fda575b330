package ecpay.domain.invoice;

import ecpay.domain.invoice.document.InvoiceDocument;

/** What a merchant wants to become of an invoice that ECPay already has. */
public sealed interface Change {

  /** Only while ECPay has not issued it. */
  sealed interface OfScheduled extends Change {}

  /** Only once it is issued. */
  sealed interface OfIssued extends Change {
    VoidReason reason();
  }

  /** TriggerIssue: issue it, at once or after its days (R-INV-33). */
  record Trigger() implements OfScheduled {}

  /** CancelDelayIssue: never issue it (R-INV-32). */
  record CancelDelay() implements OfScheduled {}

  /** EditDelayIssue: issue it like this instead (D-37). */
  record Edit(InvoiceDocument document) implements OfScheduled {}

  /** Invalid: it no longer counts (R-INV-22 to R-INV-26). */
  record VoidInvoice(VoidReason reason) implements OfIssued {}

  /**
   * VoidWithReIssue: annul it and issue it like this under its own number, RelateNumber and time
   * (R-INV-27).
   */
  record Reissue(VoidReason reason, InvoiceDocument document) implements OfIssued {}
}
