package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceIncident;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.allowance.Fate;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.AllowanceAwaitsConsent;
import ecpay.domain.event.DomainEvent.AllowanceCancelled;
import ecpay.domain.event.DomainEvent.AllowanceExpired;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.event.DomainEvent.AllowanceOutcomeUnknown;
import ecpay.domain.event.DomainEvent.AllowanceRefused;
import ecpay.domain.event.DomainEvent.AllowanceVoided;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRefused;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp.NotifyBuyer;
import ecpay.domain.followup.FollowUp.SettleRefunds;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import ecpay.domain.order.Orders;
import java.time.Instant;
import java.util.List;

/** Enters into the books what becomes of an allowance, with its consequences. In a transaction. */
public final class AllowanceBooks {
  private final Orders orders;
  private final Allowances allowances;
  private final EventLog events;
  private final FollowUps followUps;

  public AllowanceBooks(
      Orders orders, Allowances allowances, EventLog events, FollowUps followUps) {
    this.orders = orders;
    this.allowances = allowances;
    this.events = events;
    this.followUps = followUps;
  }

  /** The allowance as it is once nobody else can change it. */
  Allowance lock(Allowance seen) {
    orders.lock(seen.merchant(), seen.order());
    return allowances.find(seen.merchant(), seen.id()).orElseThrow();
  }

  void save(Allowance allowance) {
    allowances.save(allowance);
  }

  /** All allowances of the same invoice. */
  List<Allowance> ofInvoice(Allowance allowance) {
    InvoiceNumber invoice = allowance.draft().document().invoice().number();
    return allowances.ofOrder(allowance.merchant(), allowance.order()).stream()
        .filter(other -> other.draft().document().invoice().number().equals(invoice))
        .toList();
  }

  /** ECPay's figure must be ours (R-ALW-29), give or take what is in doubt. */
  void compareRemaining(Allowance allowance, Money ecpays, Instant now) {
    Money total = allowance.draft().document().invoice().total();
    if (!Fate.explains(total, ofInvoice(allowance), ecpays, now)) {
      raiseOnce(allowance, AllowanceIncident.REMAINING_DIFFERS, now);
    }
  }

  void awaitsConsent(Allowance.AwaitingConsent waiting, Instant now) {
    allowances.save(waiting);
    append(
        waiting,
        now,
        new AllowanceAwaitsConsent(waiting.id(), waiting.number(), waiting.deadline()));
  }

  void issued(Allowance.Issued issued, Instant now) {
    end(issued, now);
    append(issued, now, new AllowanceIssued(issued.id(), issued.number(), issued.amount()));
    if (issued.owesSignature()) {
      raise(issued, AllowanceIncident.SIGNATURE_OWED, now);
    }
  }

  /** A refund may have waited for this end of it. */
  private void end(Allowance ended, Instant now) {
    allowances.save(ended);
    followUps.schedule(new SettleRefunds(ended.merchant(), ended.order()), now);
  }

  void cancelled(Allowance.Cancelled cancelled, Instant now) {
    end(cancelled, now);
    append(
        cancelled,
        now,
        new AllowanceCancelled(cancelled.id(), cancelled.number(), cancelled.amount()));
  }

  void voided(Allowance.Voided voided, Instant now) {
    end(voided, now);
    append(voided, now, new AllowanceVoided(voided.id(), voided.number(), voided.amount()));
    followUps.schedule(new NotifyBuyer(voided.merchant(), voided.order()), now);
  }

  /** It stays as it was before it was to be taken back. */
  void withdrawalRefused(
      Allowance unchanged, String code, String message, AllowanceIncident incident, Instant now) {
    allowances.save(unchanged);
    append(unchanged, now, new AllowanceWithdrawalRefused(unchanged.id(), code, message));
    raise(unchanged, incident, now);
  }

  void refused(Allowance.Refused refused, Instant now) {
    end(refused, now);
    append(refused, now, new AllowanceRefused(refused.id(), refused.code(), refused.message()));
  }

  void outcomeUnknown(Allowance.Unknown unknown, Instant now) {
    allowances.save(unknown);
    append(unknown, now, new AllowanceOutcomeUnknown(unknown.id(), unknown.reason()));
  }

  void expired(Allowance.Expired expired, Instant now) {
    end(expired, now);
    append(expired, now, new AllowanceExpired(expired.id()));
  }

  void raise(Allowance allowance, AllowanceIncident incident, Instant now) {
    append(allowance, now, told(allowance, incident));
  }

  /** Nobody is told the same of the same allowance twice. */
  void raiseOnce(Allowance allowance, AllowanceIncident incident, Instant now) {
    events.appendOnce(allowance.merchant(), allowance.order(), now, told(allowance, incident));
  }

  private static IncidentRaised told(Allowance allowance, AllowanceIncident incident) {
    return new IncidentRaised(incident.name(), allowance.id().value(), incident.advice());
  }

  /** Whether this number already belongs to an allowance of ours. */
  boolean knows(Allowance allowance, AllowanceNumber number) {
    return allowances.findByNumber(allowance.merchant(), number).isPresent();
  }

  void append(Allowance allowance, Instant now, DomainEvent event) {
    events.append(allowance.merchant(), allowance.order(), now, event);
  }
}
