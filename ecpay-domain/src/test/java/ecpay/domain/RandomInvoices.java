package ecpay.domain;

import static ecpay.domain.RandomValues.DIGITS;

import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoice.Scheduled.Doubt;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceReference;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.InvoiceOfOrder;
import ecpay.domain.invoice.document.InvoiceOfOrder.Calculated;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.Order;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Invoices in any state, and what is wanted of them. */
final class RandomInvoices {
  private final Random random;
  private final RandomValues any;

  RandomInvoices(Random random, RandomValues any) {
    this.random = random;
    this.any = any;
  }

  /** The invoice of an order, in any state. */
  Invoice invoice(Order order) {
    String id = any.name();
    Calculated calculated =
        InvoiceOfOrder.of(
            new RelateNumber(id), order.content(), order.content().invoice(), List.of(), List.of());
    Invoice.Draft draft =
        new Invoice.Draft(
            new InvoiceId(id),
            order.merchant(),
            order.id(),
            new InvoiceReference(any.name()),
            calculated.document(),
            calculated.parts(),
            any.maybe(this::delay),
            any.time());
    IssuedInvoice facts = new IssuedInvoice(any.invoiceNumber(), any.time(), any.of(DIGITS, 4));
    return any.oneOf(
        () -> new Invoice.Requested(draft, any.maybe(any::time)),
        () -> new Invoice.AwaitingNumbers(draft, any.of(DIGITS, 7), any.text(200), any.time()),
        () -> new Invoice.Unknown(draft, any.text(200), random.nextBoolean()),
        () ->
            new Invoice.Scheduled(
                delayed(draft),
                any.time(),
                any.maybe(any::time),
                any.maybe(() -> scheduledChange(draft)),
                any.maybe(() ->
                    any.oneOf(
                        () -> Doubt.TAKEN,
                        () -> Doubt.TRIGGERED,
                        () -> Doubt.CANCELLED,
                        () -> Doubt.GONE))),
        () ->
            new Invoice.Issued(
                draft,
                facts,
                any.maybe(any::time),
                any.maybe(any::time),
                any.maybe(() -> issuedChange(draft))),
        () -> new Invoice.Voided(draft, facts, new VoidReason(any.text(20)), any.time()),
        () -> new Invoice.Cancelled(draft, any.time()),
        () -> new Invoice.Refused(draft, any.of(DIGITS, 7), any.text(200)));
  }

  private Invoice.Draft delayed(Invoice.Draft draft) {
    return new Invoice.Draft(
        draft.id(),
        draft.merchant(),
        draft.order(),
        draft.reference(),
        draft.document(),
        draft.parts(),
        Optional.of(draft.delay().orElseGet(this::delay)),
        draft.requestedAt());
  }

  private InvoiceTiming.Delayed delay() {
    return any.oneOf(
        () -> new InvoiceTiming.AfterDays(1 + random.nextInt(15)),
        () -> new InvoiceTiming.OnTrigger(random.nextInt(16)));
  }

  private Pending<Change.OfScheduled> scheduledChange(Invoice.Draft draft) {
    Change.OfScheduled change =
        any.oneOf(
            Change.Trigger::new, Change.CancelDelay::new, () -> new Change.Edit(draft.document()));
    return new Pending<>(change, any.time(), any.delivery());
  }

  private Pending<Change.OfIssued> issuedChange(Invoice.Draft draft) {
    VoidReason reason = new VoidReason(any.text(20));
    Change.OfIssued change =
        any.oneOf(
            () -> new Change.VoidInvoice(reason),
            () -> new Change.Reissue(reason, draft.document()));
    return new Pending<>(change, any.time(), any.delivery());
  }
}
