package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent.InvoiceCancelled;
import ecpay.domain.event.DomainEvent.InvoiceEdited;
import ecpay.domain.event.DomainEvent.InvoiceTriggered;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Bearer;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.DelayGateway;
import ecpay.domain.invoice.DelayPolicy;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.usecase.ChangeCall.Changing;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries out changes of an invoice that ECPay will issue later, and looks whether it was issued
 * once its time has come. ECPay has no query for waiting invoices, only one for issued ones.
 */
public final class SettleScheduled {
  private static final Duration BETWEEN_LATE_LOOKS = Duration.ofHours(1);

  private final AskAboutInvoice ask;
  private final DelayGateway gateway;
  private final ChangeCall call;
  private final InvoiceBooks books;

  public SettleScheduled(
      AskAboutInvoice ask, DelayGateway gateway, ChangeCall call, InvoiceBooks books) {
    this.ask = ask;
    this.gateway = gateway;
    this.call = call;
    this.books = books;
  }

  Progress proceed(Merchant merchant, Invoice.Scheduled invoice) {
    return invoice.pending().isEmpty()
        ? watch(merchant, invoice)
        : call.proceed(
            changing(invoice),
            () -> send(merchant, invoice),
            () ->
                ask.about(
                    merchant,
                    invoice,
                    (known, now) ->
                        known
                            .map(found -> overtaken(invoice, found, now))
                            .orElseGet(() -> call.neverHappened(changing(invoice), now))));
  }

  /** Asks before its time, too: a callback may have hinted that it is issued. */
  private Progress watch(Merchant merchant, Invoice.Scheduled invoice) {
    return ask.about(
        merchant,
        invoice,
        (known, now) ->
            known
                .map(found -> ask.found(invoice, found, now))
                .orElseGet(() -> notYet(invoice, now)));
  }

  private Progress notYet(Invoice.Scheduled invoice, Instant now) {
    Optional<Instant> due = DelayPolicy.issueTime(invoice);
    if (due.isEmpty()) {
      return Progress.DONE; // until it is triggered
    }
    if (now.isBefore(due.get())) {
      return new Progress.WaitUntil(due.get());
    }
    if (!now.isBefore(DelayPolicy.late(due.get()))) {
      books.raiseOnce(invoice, InvoiceIncident.NOT_ISSUED_IN_TIME, due.get(), now);
    }
    if (now.isBefore(DelayPolicy.lastLook(due.get()))) {
      return new Progress.WaitUntil(now.plus(BETWEEN_LATE_LOOKS));
    }
    books.notIssued(invoice, now);
    return Progress.DONE;
  }

  /** It is issued while a change of it was under way: as edited, or in spite of being cancelled. */
  private Progress overtaken(Invoice.Scheduled invoice, KnownInvoice found, Instant now) {
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.Trigger() -> ask.found(invoice, found, now);
      case Change.CancelDelay change -> {
        books.changeRefused(
            invoice.unchanged(),
            change,
            "ISSUED",
            "ECPay issued it before it was cancelled",
            InvoiceIncident.CHANGE_REFUSED,
            now);
        yield ask.found(invoice.unchanged(), found, now);
      }
      case Change.Edit(var document) -> {
        boolean edited =
            found.bearer().tell(Bearer.of(invoice.document()), Bearer.of(document))
                == Bearer.Shown.AFTER;
        yield ask.found(edited ? invoice.edited(document) : invoice, found, now);
      }
    };
  }

  private Progress send(Merchant merchant, Invoice.Scheduled invoice) {
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.Trigger() ->
          call.make(
              invoice,
              SettleScheduled::changing,
              Operation.TriggerIssue,
              () -> gateway.triggerIssue(merchant, invoice.id()),
              (sent, _, now) -> triggered(sent, now),
              (sent, code, message, now) ->
                  isRepeat(sent) ? triggered(sent, now) : refused(sent, code, message, now));
      case Change.CancelDelay() ->
          call.make(
              invoice,
              SettleScheduled::changing,
              Operation.CancelDelayIssue,
              () -> gateway.cancelDelayIssue(merchant, invoice.id()),
              (sent, _, now) -> cancelled(sent, now),
              (sent, code, message, now) ->
                  isRepeat(sent) && DelayPolicy.issueTime(sent).isEmpty()
                      ? cancelled(sent, now)
                      : refused(sent, code, message, now));
      case Change.Edit(var document) ->
          call.make(
              invoice,
              SettleScheduled::changing,
              Operation.EditDelayIssue,
              () -> gateway.editDelayIssue(merchant, invoice.id(), document),
              (sent, _, now) -> {
                books.save(sent.edited(document), new InvoiceEdited(sent.id()), now);
                return new Progress.WaitUntil(now);
              });
    };
  }

  /** A refused repeat tells that the call whose answer got lost was acted upon; time will show. */
  private Progress triggered(Invoice.Scheduled sent, Instant now) {
    books.save(sent.triggered(now), new InvoiceTriggered(sent.id()), now);
    return new Progress.WaitUntil(now);
  }

  /**
   * The same holds for one that waits for a trigger: nobody will trigger it any more. What issues
   * by itself is watched until it is clear what became of it.
   */
  private Progress cancelled(Invoice.Scheduled sent, Instant now) {
    books.save(sent.cancelled(now), new InvoiceCancelled(sent.id()), now);
    return Progress.DONE;
  }

  private Progress refused(Invoice.Scheduled sent, String code, String message, Instant now) {
    call.off(changing(sent), code, message, now);
    return new Progress.WaitUntil(now);
  }

  private static boolean isRepeat(Invoice.Scheduled sent) {
    return sent.pending().orElseThrow().delivery().isRepeat();
  }

  private static Changing<Invoice.Scheduled> changing(Invoice.Scheduled invoice) {
    Pending<Change.OfScheduled> pending = invoice.pending().orElseThrow();
    return new Changing<>(
        invoice, pending, delivery -> invoice.wanting(pending.with(delivery)), invoice::unchanged);
  }
}
