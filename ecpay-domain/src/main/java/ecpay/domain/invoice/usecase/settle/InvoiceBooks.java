package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.InvoiceAwaitsNumbers;
import ecpay.domain.event.DomainEvent.InvoiceChangeRefused;
import ecpay.domain.event.DomainEvent.InvoiceIssued;
import ecpay.domain.event.DomainEvent.InvoiceOutcomeUnknown;
import ecpay.domain.event.DomainEvent.InvoiceRefused;
import ecpay.domain.event.DomainEvent.InvoiceVoided;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.followup.FollowUp.NotifyBuyer;
import ecpay.domain.followup.FollowUp.WatchInvoice;
import ecpay.domain.followup.FollowUp.WatchTracks;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway.IssueReply.NoNumbers;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.deadline.UploadPolicy;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import java.time.Instant;
import java.util.Optional;

/** Enters into the books what becomes of an invoice, with its consequences. In a transaction. */
public final class InvoiceBooks {
  private final Orders orders;
  private final Invoices invoices;
  private final EventLog events;
  private final FollowUps followUps;

  public InvoiceBooks(Orders orders, Invoices invoices, EventLog events, FollowUps followUps) {
    this.orders = orders;
    this.invoices = invoices;
    this.events = events;
    this.followUps = followUps;
  }

  /** The invoice as it is once nobody else can change it. */
  public Invoice lock(Invoice seen) {
    orders.lock(seen.merchant(), seen.order());
    return invoices.find(seen.merchant(), seen.id()).orElseThrow();
  }

  void save(Invoice invoice) {
    invoices.save(invoice);
  }

  /** Saves the new state together with the event that it means. */
  public void save(Invoice invoice, DomainEvent event, Instant now) {
    invoices.save(invoice);
    append(invoice, now, event);
  }

  void issued(Invoice.Unissued invoice, IssuedInvoice facts, Instant now) {
    Invoice.Issued issued = invoice.issued(facts);
    save(
        issued,
        new InvoiceIssued(issued.id(), facts.number(), issued.document().salesAmount()),
        now);
    followUps.schedule(new NotifyBuyer(issued.merchant(), issued.order()), now);
    followUps.schedule(
        new WatchInvoice(issued.merchant(), issued.id()), UploadPolicy.firstLook(issued));
  }

  /**
   * ECPay's own books show it; an amount or a bearer other than ours is told to a person, as when
   * ECPay kept the document that was corrected since.
   */
  void found(Invoice.Unissued invoice, KnownInvoice known, Instant now) {
    issued(invoice, known.invoice(), now);
    if (!known.salesAmount().equals(invoice.document().salesAmount())) {
      raise(invoice, InvoiceIncident.AMOUNT_DIFFERS, now);
    }
    if (!known.bearer().isLike(Bearer.of(invoice.document()))) {
      raise(invoice, InvoiceIncident.BEARER_DIFFERS, now);
    }
  }

  void voided(Invoice.Issued invoice, Change.OfIssued change, Instant now) {
    Invoice.Voided voided = invoice.voided(change.reason(), now);
    save(
        voided,
        new InvoiceVoided(voided.id(), voided.facts().number(), voided.document().salesAmount()),
        now);
    followUps.schedule(new NotifyBuyer(voided.merchant(), voided.order()), now);
  }

  void awaitsNumbers(Invoice.Unconfirmed invoice, NoNumbers none, Instant now) {
    save(
        invoice.awaitingNumbers(none.code(), none.message(), now),
        new InvoiceAwaitsNumbers(invoice.id(), none.code()),
        now);
    followUps.schedule(new WatchTracks(invoice.merchant()), now);
  }

  void refused(Invoice.Unconfirmed invoice, String code, String message, Instant now) {
    refused(invoice, code, message, InvoiceIncident.ISSUE_REFUSED, now);
  }

  void refused(
      Invoice.Unconfirmed invoice,
      String code,
      String message,
      InvoiceIncident incident,
      Instant now) {
    save(invoice.refused(code, message), new InvoiceRefused(invoice.id(), code, message), now);
    raise(invoice, incident, now);
  }

  void outcomeUnknown(Invoice.Unconfirmed invoice, String reason, boolean resendable, Instant now) {
    save(
        invoice.outcomeUnknown(reason, resendable),
        new InvoiceOutcomeUnknown(invoice.id(), reason),
        now);
  }

  /** ECPay knows of no such invoice: the same RelateNumber may go out again, if that is allowed. */
  Progress neverHappened(Invoice.Unconfirmed invoice, Instant now) {
    if (invoice instanceof Invoice.Unknown unknown && !unknown.resendable()) {
      refused(
          invoice, "NEVER_HAPPENED", unknown.reason(), InvoiceIncident.RESEND_NEEDS_A_PERSON, now);
      return Progress.DONE;
    }
    invoices.save(Invoice.request(invoice.draft()));
    return new Progress.WaitUntil(now);
  }

  /** The invoice stays as it was before the change was asked for. */
  void changeRefused(
      Invoice unchanged,
      Change change,
      String code,
      String message,
      InvoiceIncident incident,
      Instant now) {
    save(
        unchanged,
        new InvoiceChangeRefused(unchanged.id(), change.getClass().getSimpleName(), code, message),
        now);
    raise(unchanged, incident, now);
  }

  void raise(Invoice invoice, InvoiceIncident incident, Instant now) {
    append(
        invoice, now, new IncidentRaised(incident.name(), invoice.id().value(), incident.advice()));
  }

  /** Tells a person once, whatever happens afterwards. */
  void raiseOnce(Invoice invoice, InvoiceIncident incident, Instant since, Instant now) {
    IncidentRaised raised =
        new IncidentRaised(incident.name(), invoice.id().value(), incident.advice());
    Optional<OrderId> order = Optional.of(invoice.order());
    events.appendOnce(invoice.merchant(), order, now, raised, Fact.of(order, raised).since(since));
  }

  void append(Invoice invoice, Instant now, DomainEvent event) {
    events.append(invoice.merchant(), invoice.order(), now, event);
  }
}
