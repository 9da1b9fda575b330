package ecpay.domain.invoice.usecase;

import ecpay.domain.answer.Delivery;
import ecpay.domain.event.DomainEvent.InvoiceChangeRequested;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoice.Scheduled.Doubt;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.delay.DelayPolicy;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.rule.Violations;
import java.time.Instant;

/**
 * What a merchant may want of an invoice that ECPay has not issued yet. A wish that is fulfilled or
 * under way is answered as it is, so that it may be repeated; one that cannot be is refused with
 * its rule before ECPay is asked.
 */
public final class ChangeScheduledInvoice {
  private final RecordWish wishes;

  public ChangeScheduledInvoice(RecordWish wishes) {
    this.wishes = wishes;
  }

  /**
   * TriggerIssue.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-33 if it waits for no trigger
   */
  public Invoice trigger(MerchantId merchant, InvoiceId id) {
    return wishes.record(
        merchant,
        id,
        (invoice, now) ->
            invoice instanceof Invoice.Issued
                    || (invoice instanceof Invoice.Scheduled done && done.triggeredAt().isPresent())
                ? invoice
                : wanting(invoice, new Change.Trigger(), now),
        requested(id, Change.Trigger.class));
  }

  /**
   * CancelDelayIssue.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-32 after 10:00 of its issue day, or once
   *     it is issued
   */
  public Invoice cancel(MerchantId merchant, InvoiceId id) {
    return wishes.record(
        merchant,
        id,
        (invoice, now) ->
            invoice instanceof Invoice.Cancelled
                ? invoice
                : wanting(invoice, new Change.CancelDelay(), now),
        requested(id, Change.CancelDelay.class));
  }

  /**
   * EditDelayIssue.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-32 once it is triggered or issued, and
   *     whatever the corrected invoice would break
   */
  public Invoice edit(MerchantId merchant, InvoiceId id, Correction correction) {
    return wishes.record(
        merchant,
        id,
        (invoice, now) -> {
          var corrected = correction.applyTo(invoice.document());
          return corrected.equals(invoice.document())
              ? invoice
              : wanting(invoice, new Change.Edit(corrected), now);
        },
        requested(id, Change.Edit.class));
  }

  private static InvoiceChangeRequested requested(
      InvoiceId id, Class<? extends Change.OfScheduled> change) {
    return new InvoiceChangeRequested(id, change.getSimpleName());
  }

  private Invoice wanting(Invoice invoice, Change.OfScheduled change, Instant now) {
    Violations.demand(
        invoice instanceof Invoice.Scheduled,
        "R-INV-32",
        "invoice",
        "it does not wait at ECPay to be issued");
    Invoice.Scheduled scheduled = (Invoice.Scheduled) invoice;
    if (scheduled.pending().map(Pending::change).filter(change::equals).isPresent()) {
      return scheduled;
    }
    DelayPolicy.demand(scheduled, change, now);
    Pending<Change.OfScheduled> pending = Pending.of(change, now);
    return scheduled.wanting(
        mayBeDone(scheduled, change) ? pending.with(Delivery.Due.REPEAT) : pending);
  }

  /** Whether an earlier wish ended without anybody knowing, or there is nothing to cancel. */
  private static boolean mayBeDone(Invoice.Scheduled invoice, Change.OfScheduled change) {
    return invoice
        .doubt()
        .filter(doubt ->
            switch (change) {
              case Change.Trigger() -> doubt == Doubt.TRIGGERED;
              case Change.CancelDelay() -> doubt == Doubt.CANCELLED || doubt == Doubt.TAKEN;
              case Change.Edit _ -> false;
            })
        .isPresent();
  }
}
