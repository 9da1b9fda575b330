package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent.InvoiceCancelled;
import ecpay.domain.event.DomainEvent.InvoiceEdited;
import ecpay.domain.event.DomainEvent.InvoiceTriggered;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.DelayGateway;
import ecpay.domain.invoice.DelayPolicy;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.usecase.ChangeCall.Changing;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries out changes of an invoice that ECPay will issue later, and looks whether it was issued
 * once its time has come. ECPay has no query for waiting invoices, only one for issued ones.
 */
public final class SettleScheduled {
  private final AskAboutInvoice ask;
  private final DelayGateway gateway;
  private final ChangeCall call;
  private final InvoiceBooks books;
  private final Clock clock;

  public SettleScheduled(
      AskAboutInvoice ask, DelayGateway gateway, ChangeCall call, InvoiceBooks books, Clock clock) {
    this.ask = ask;
    this.gateway = gateway;
    this.call = call;
    this.books = books;
    this.clock = clock;
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
                            .map(found -> ask.found(invoice, found, now))
                            .orElseGet(() -> call.neverHappened(changing(invoice), now))));
  }

  private Progress watch(Merchant merchant, Invoice.Scheduled invoice) {
    Optional<Instant> due = DelayPolicy.issueTime(invoice);
    if (due.isEmpty()) {
      return Progress.DONE; // until it is triggered
    }
    if (Instant.now(clock).isBefore(due.get())) {
      return new Progress.WaitUntil(due.get());
    }
    return ask.about(
        merchant,
        invoice,
        (known, now) ->
            known
                .map(found -> ask.found(invoice, found, now))
                .orElseGet(
                    () -> new Progress.TryAgain("ECPay has not issued the delayed invoice yet")));
  }

  private Progress send(Merchant merchant, Invoice.Scheduled invoice) {
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.Trigger() ->
          call.make(
              invoice,
              SettleScheduled::changing,
              Operation.TriggerIssue,
              () -> gateway.triggerIssue(merchant, invoice.id()),
              (sent, _, now) -> {
                books.save(sent.triggered(now), new InvoiceTriggered(sent.id()), now);
                return new Progress.WaitUntil(now);
              });
      case Change.CancelDelay() ->
          call.make(
              invoice,
              SettleScheduled::changing,
              Operation.CancelDelayIssue,
              () -> gateway.cancelDelayIssue(merchant, invoice.id()),
              (sent, _, now) -> {
                books.save(sent.cancelled(now), new InvoiceCancelled(sent.id()), now);
                return Progress.DONE;
              });
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

  private static Changing<Invoice.Scheduled> changing(Invoice.Scheduled invoice) {
    Pending<Change.OfScheduled> pending = invoice.pending().orElseThrow();
    return new Changing<>(
        invoice, pending, delivery -> invoice.wanting(pending.with(delivery)), invoice::unchanged);
  }
}
