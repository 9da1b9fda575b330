package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.answer.Delivery;
import ecpay.domain.event.DomainEvent.InvoiceCancelled;
import ecpay.domain.event.DomainEvent.InvoiceEdited;
import ecpay.domain.event.DomainEvent.InvoiceTriggered;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoice.Scheduled.Doubt;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.delay.DelayPolicy;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.usecase.settle.ChangeCall.Changing;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out changes of an invoice that ECPay will issue later, and looks whether it was issued
 * once its time has come. ECPay has no query for waiting invoices, only one for issued ones.
 */
public final class SettleScheduled {
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
  private static final Duration BETWEEN_LATE_LOOKS = Duration.ofDays(1);

  /** RtnCodes of data that ECPay does not have (errors.md section 4). */
  private static final Set<String> NO_DATA = Set.of("2", "7");

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
                            .orElseGet(() -> neverHappened(invoice, now))));
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

  /** What waits keeps its parts for as long as ECPay may issue it (R-INV-34). */
  private Progress notYet(Invoice.Scheduled invoice, Instant now) {
    Optional<Instant> due = DelayPolicy.issueTime(invoice);
    if (due.isEmpty()) {
      return invoice.doubt().isEmpty()
          ? Progress.DONE // until it is triggered
          : new Progress.WaitUntil(now.plus(BETWEEN_LATE_LOOKS));
    }
    if (now.isBefore(due.get())) {
      return new Progress.WaitUntil(due.get());
    }
    if (!DelayPolicy.isLate(invoice, now)) {
      return new Progress.WaitUntil(now.plus(BETWEEN_LOOKS));
    }
    books.raiseOnce(invoice, InvoiceIncident.NOT_ISSUED_IN_TIME, due.get(), now);
    return new Progress.WaitUntil(now.plus(BETWEEN_LATE_LOOKS));
  }

  /** ECPay's books do not show it, which settles what it said of one that it has not any more. */
  private Progress neverHappened(Invoice.Scheduled invoice, Instant now) {
    return invoice.doubt().equals(Optional.of(Doubt.GONE))
        ? cancelled(invoice, now)
        : call.neverHappened(changing(invoice), now);
  }

  /** It is issued while a change of it was under way: as edited, or in spite of being cancelled. */
  private Progress overtaken(Invoice.Scheduled invoice, KnownInvoice found, Instant now) {
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.Trigger() -> ask.found(invoice, found, now);
      case Change.CancelDelay _ ->
          tooLate(invoice, found, "ECPay issued it before it was cancelled", now);
      case Change.Edit(var document) -> {
        boolean edited =
            found.bearer().tell(Bearer.of(invoice.document()), Bearer.of(document))
                == Bearer.Shown.AFTER;
        yield edited
            ? ask.found(invoice.edited(document), found, now)
            : tooLate(invoice, found, "ECPay issued it before it was edited: re-issue it", now);
      }
    };
  }

  private Progress tooLate(
      Invoice.Scheduled invoice, KnownInvoice found, String message, Instant now) {
    books.changeRefused(
        invoice.unchanged(),
        invoice.pending().orElseThrow().change(),
        "ISSUED",
        message,
        InvoiceIncident.CHANGE_REFUSED,
        now);
    return ask.found(invoice.unchanged(), found, now);
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
                  isDoneBefore(sent, code)
                      ? triggered(sent, now)
                      : refused(sent, code, message, now));
      case Change.CancelDelay() ->
          call.make(
              invoice,
              SettleScheduled::changing,
              Operation.CancelDelayIssue,
              () -> gateway.cancelDelayIssue(merchant, invoice.id()),
              (sent, _, now) -> cancelled(sent, now),
              (sent, code, message, now) ->
                  isGone(sent, code, now) ? gone(sent, now) : refused(sent, code, message, now));
      case Change.Edit(var document) ->
          call.checked(
              merchant, document, changing(invoice), () -> edit(merchant, invoice, document));
    };
  }

  private Progress edit(Merchant merchant, Invoice.Scheduled invoice, InvoiceDocument document) {
    return call.make(
        invoice,
        SettleScheduled::changing,
        Operation.EditDelayIssue,
        () -> gateway.editDelayIssue(merchant, invoice.id(), document),
        (sent, _, now) -> {
          books.save(sent.edited(document), new InvoiceEdited(sent.id()), now);
          return new Progress.WaitUntil(now);
        });
  }

  private Progress triggered(Invoice.Scheduled sent, Instant now) {
    books.save(sent.triggered(now), new InvoiceTriggered(sent.id()), now);
    return new Progress.WaitUntil(now);
  }

  private Progress cancelled(Invoice.Scheduled invoice, Instant now) {
    books.save(invoice.cancelled(now), new InvoiceCancelled(invoice.id()), now);
    return Progress.DONE;
  }

  /** Its parts are free once GetIssue, asked after ECPay's no, does not show it either. */
  private Progress gone(Invoice.Scheduled sent, Instant now) {
    Pending<Change.OfScheduled> pending = sent.pending().orElseThrow();
    books.save(sent.wanting(pending.with(new Delivery.Lost(now, true))).doubting(Doubt.GONE));
    return new Progress.WaitUntil(now);
  }

  /**
   * ECPay has no such delayed invoice any more: it says so, or it refuses to cancel again what it
   * could still cancel.
   */
  private static boolean isGone(Invoice.Scheduled sent, String code, Instant now) {
    return NO_DATA.contains(code)
        || (isDoneBefore(sent, code) && DelayPolicy.isBeforeIssue(sent, now));
  }

  /**
   * A refused repeat tells that the call whose answer got lost was acted upon, if ECPay's books
   * refused it: an RtnCode is a number, all other refusals never got there.
   */
  private static boolean isDoneBefore(Invoice.Scheduled sent, String code) {
    return sent.pending().orElseThrow().delivery().isRepeat()
        && code.chars().allMatch(Character::isDigit);
  }

  private Progress refused(Invoice.Scheduled sent, String code, String message, Instant now) {
    call.off(changing(sent), code, message, now);
    return new Progress.WaitUntil(now);
  }

  private static Changing<Invoice.Scheduled> changing(Invoice.Scheduled invoice) {
    Pending<Change.OfScheduled> pending = invoice.pending().orElseThrow();
    return new Changing<>(
        invoice,
        pending,
        delivery -> invoice.wanting(pending.with(delivery)),
        pending.delivery().isRepeat() ? () -> unclear(invoice) : invoice::unchanged);
  }

  /**
   * The change is off, and it is not known whether an earlier call of it was acted upon. That one
   * may be triggered outweighs all else: then ECPay refuses to cancel what it will issue.
   */
  private static Invoice.Scheduled unclear(Invoice.Scheduled invoice) {
    Invoice.Scheduled unchanged = invoice.unchanged();
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.Trigger() -> unchanged.doubting(Doubt.TRIGGERED);
      case Change.CancelDelay() ->
          unchanged.doubting(
              invoice.doubt().filter(Doubt.TRIGGERED::equals).orElse(Doubt.CANCELLED));
      case Change.Edit _ -> unchanged;
    };
  }
}
