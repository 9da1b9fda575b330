package ecpay.domain.invoice.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.InvoiceIssued;
import ecpay.domain.event.DomainEvent.InvoiceOutcomeUnknown;
import ecpay.domain.event.DomainEvent.InvoiceRefused;
import ecpay.domain.event.DomainEvent.InvoiceRequested;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.NotifyBuyer;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Progress;
import ecpay.domain.identity.Identities;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway.KnownInvoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.InvoiceOfOrder;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.Order;
import ecpay.domain.order.OrderId;
import ecpay.domain.order.Orders;
import ecpay.domain.rule.IllegalMoveException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Enters into the books what becomes of an invoice, with its consequences. In a transaction. */
public final class InvoiceBooks {
  private final Orders orders;
  private final Invoices invoices;
  private final CallJournal journal;
  private final EventLog events;
  private final FollowUps followUps;
  private final Identities identities;
  private final Clock clock;

  public InvoiceBooks(
      Orders orders,
      Invoices invoices,
      CallJournal journal,
      EventLog events,
      FollowUps followUps,
      Identities identities,
      Clock clock) {
    this.orders = orders;
    this.invoices = invoices;
    this.journal = journal;
    this.events = events;
    this.followUps = followUps;
    this.identities = identities;
    this.clock = clock;
  }

  /** The invoice of a paid order; there is one per order, and the first run requests it. */
  Invoice lockOrRequest(MerchantId merchant, OrderId id) {
    Order order = orders.lock(merchant, id);
    Optional<Invoice> known = invoices.ofOrder(merchant, id);
    if (known.isPresent()) {
      return known.get();
    }
    if (!order.isPaid()) {
      throw new IllegalMoveException("R-INV-34", "its order is not paid", "invoicing");
    }
    InvoiceId invoice = new InvoiceId(identities.nextId());
    Instant now = Instant.now(clock);
    Invoice requested =
        Invoice.request(
            new Invoice.Draft(
                invoice,
                merchant,
                id,
                InvoiceOfOrder.document(new RelateNumber(invoice.value()), order.content()),
                now));
    invoices.add(requested);
    append(requested, now, new InvoiceRequested(invoice, order.total()));
    return requested;
  }

  /** The invoice as it is once nobody else can change it. */
  Invoice lock(Invoice seen) {
    orders.lock(seen.merchant(), seen.order());
    return invoices.find(seen.merchant(), seen.id()).orElseThrow();
  }

  /** Issue is about to be called; gives the number of the call. */
  long sending(Invoice.Requested sending, Instant now) {
    invoices.save(sending);
    return journal.open(sending.merchant(), sending.order(), Operation.Issue, now);
  }

  /** The call has ended; gives the invoice as it is now. */
  Invoice answered(Invoice.Requested sent, long call, Answer<?> answer, Instant now) {
    Invoice current = lock(sent);
    journal.close(call, answer, now);
    return current;
  }

  void save(Invoice invoice) {
    invoices.save(invoice);
  }

  void issued(Invoice.Unissued invoice, IssuedInvoice facts, Instant now) {
    Invoice.Issued issued = invoice.issued(facts);
    invoices.save(issued);
    append(
        issued,
        now,
        new InvoiceIssued(issued.id(), facts.number(), issued.document().salesAmount()));
    followUps.schedule(new NotifyBuyer(issued.merchant(), issued.order()), now);
  }

  /** ECPay's own books show it; an amount other than ours is told to a person. */
  void found(Invoice.Unissued invoice, KnownInvoice known, Instant now) {
    issued(invoice, known.invoice(), now);
    if (!known.salesAmount().equals(invoice.document().salesAmount())) {
      raise(invoice, InvoiceIncident.AMOUNT_DIFFERS, now);
    }
  }

  void refused(Invoice.Unissued invoice, String code, String message, Instant now) {
    invoices.save(invoice.refused(code, message));
    append(invoice, now, new InvoiceRefused(invoice.id(), code, message));
    raise(invoice, InvoiceIncident.ISSUE_REFUSED, now);
  }

  void outcomeUnknown(Invoice.Unissued invoice, String reason, boolean resendable, Instant now) {
    invoices.save(invoice.outcomeUnknown(reason, resendable));
    append(invoice, now, new InvoiceOutcomeUnknown(invoice.id(), reason));
  }

  /** ECPay knows of no such invoice: the same RelateNumber may go out again, if that is allowed. */
  Progress neverHappened(Invoice.Unissued invoice, Instant now) {
    if (invoice instanceof Invoice.Unknown unknown && !unknown.resendable()) {
      invoices.save(unknown.refused("NEVER_HAPPENED", unknown.reason()));
      append(invoice, now, new InvoiceRefused(invoice.id(), "NEVER_HAPPENED", unknown.reason()));
      raise(invoice, InvoiceIncident.RESEND_NEEDS_A_PERSON, now);
      return Progress.DONE;
    }
    invoices.save(Invoice.request(invoice.draft()));
    return new Progress.WaitUntil(now);
  }

  private void raise(Invoice invoice, InvoiceIncident incident, Instant now) {
    append(
        invoice, now, new IncidentRaised(incident.name(), invoice.id().value(), incident.advice()));
  }

  private void append(Invoice invoice, Instant now, DomainEvent event) {
    events.append(invoice.merchant(), invoice.order(), now, event);
  }
}
