package ecpay.domain.invoice.usecase;

import ecpay.domain.allowance.Allowances;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.deadline.VoidWindow;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.Term;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Warns, three days before it happens, that the documents of a two-month term can soon no longer be
 * voided (R-INV-22), tells what is still open in it and names each void that has not gone through.
 * Once per term.
 */
public final class WatchPeriod {
  private static final int DAYS_BEFORE = 3;
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final int MOST_NAMED = 1000;
  private static final String KIND = "VOID_WINDOW_CLOSES";

  private final Transactions transactions;
  private final Invoices invoices;
  private final Allowances allowances;
  private final EventLog events;
  private final Clock clock;

  public WatchPeriod(
      Transactions transactions,
      Invoices invoices,
      Allowances allowances,
      EventLog events,
      Clock clock) {
    this.transactions = transactions;
    this.invoices = invoices;
    this.allowances = allowances;
    this.events = events;
    this.clock = clock;
  }

  /** The next warning after that instant: 09:00 Taipei on the 10th of an odd month. */
  public static Instant nextAfter(Instant now) {
    LocalDate today = Taipei.dateOf(now);
    Instant next = warningOf(Term.of(today.minusMonths(2)));
    return next.isAfter(now) ? next : warningOf(Term.of(today));
  }

  private static Instant warningOf(Term term) {
    return Taipei.dateOf(VoidWindow.closesAfter(term.lastDay()))
        .minusDays(DAYS_BEFORE)
        .atTime(MORNING)
        .atZone(Taipei.ZONE)
        .toInstant();
  }

  /** One run; comes back for the next term. */
  public Progress proceed(FollowUp.WatchPeriod followUp) {
    Instant now = Instant.now(clock);
    Term closing = Term.of(Taipei.dateOf(now).minusMonths(2));
    boolean isTime = !now.isBefore(warningOf(closing)) && VoidWindow.isOpen(closing.lastDay(), now);
    if (isTime) {
      transactions.run(() -> warn(followUp.merchant(), closing, now));
    }
    return new Progress.WaitUntil(nextAfter(now));
  }

  /** All or nothing: whoever comes second, or after one that was killed, finds all told or none. */
  private void warn(MerchantId merchant, Term term, Instant now) {
    IncidentRaised warning = warning(merchant, term);
    if (events.appendOnce(
        merchant, Optional.empty(), now, warning, Fact.of(Optional.empty(), warning))) {
      invoices
          .pendingVoids(merchant, term.firstDay(), term.lastDay(), MOST_NAMED)
          .forEach(invoice -> events.appendOnce(merchant, invoice.order(), now, notDone(invoice)));
    }
  }

  private static IncidentRaised notDone(Invoice invoice) {
    InvoiceIncident incident = InvoiceIncident.VOID_NOT_DONE;
    return new IncidentRaised(incident.name(), invoice.id().value(), incident.advice());
  }

  private IncidentRaised warning(MerchantId merchant, Term term) {
    Invoices.OpenEnds open = invoices.openEnds(merchant, term.firstDay(), term.lastDay());
    Allowances.OpenEnds waiting = allowances.openEnds(merchant, term.firstDay(), term.lastDay());
    return new IncidentRaised(
        KIND,
        term.toString(),
        ("until the 13th, 23:59:59, documents of this term can be voided: %d live invoices, %d"
                + " voids not gone through, %d allowances awaiting consent, %d signatures owed"
                + " (R-INV-22)")
            .formatted(
                open.liveInvoices(),
                open.pendingVoids(),
                waiting.awaitingConsent(),
                waiting.owedSignatures()));
  }
}
