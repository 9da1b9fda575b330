package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceIncident;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.AllowanceNoticeReader.ConsentReport;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.inbox.Reading;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes ECPay's consent callback CB-11: authenticate, keep, act once. If anything fails, nothing is
 * kept, no {@code 1|OK} is given, and ECPay sends it again.
 */
public final class RecordConsent {
  private static final String CALLBACK = "CB-11";
  private static final int CONSENTED = 1;

  private final AllowanceNoticeReader reader;
  private final Transactions transactions;
  private final Inbox inbox;
  private final Allowances allowances;
  private final AllowanceBooks books;
  private final EventLog events;
  private final FollowUps followUps;
  private final Clock clock;

  public RecordConsent(
      AllowanceNoticeReader reader,
      Transactions transactions,
      Inbox inbox,
      Allowances allowances,
      AllowanceBooks books,
      EventLog events,
      FollowUps followUps,
      Clock clock) {
    this.reader = reader;
    this.transactions = transactions;
    this.inbox = inbox;
    this.allowances = allowances;
    this.books = books;
    this.events = events;
    this.followUps = followUps;
    this.clock = clock;
  }

  /** Takes the raw body of a callback that was addressed to this merchant. */
  public Acknowledgement record(Merchant merchant, byte[] body) {
    Instant now = Instant.now(clock);
    return switch (reader.read(merchant, body)) {
      case Reading.Authentic(ConsentReport report) -> {
        transactions.run(() -> keepAndAct(merchant, report, body, now));
        yield new Acknowledgement.Received();
      }
      case Reading.Refused(String reason) -> {
        transactions.run(() -> inbox.keepRefused(merchant.id(), CALLBACK, reason, body, now));
        yield new Acknowledgement.Refused(reason);
      }
    };
  }

  private void keepAndAct(Merchant merchant, ConsentReport report, byte[] body, Instant now) {
    if (!inbox.keep(meaning(merchant, report), body, now)) {
      return;
    }
    List<Allowance.Unconfirmed> unconfirmed =
        allowances.unconfirmedOf(merchant.id(), report.invoice());
    // The answer that tells the number may just be on its way into the books.
    unconfirmed.forEach(books::lock);
    Optional<Allowance> known =
        allowances
            .findByNumber(merchant.id(), report.number())
            .filter(found -> found.draft().document().invoice().number().equals(report.invoice()));
    if (known.isEmpty() || report.rtnCode() != CONSENTED) {
      events.append(
          merchant.id(),
          known.map(Allowance::order),
          now,
          new IncidentRaised(
              AllowanceIncident.UNKNOWN_ALLOWANCE.name(),
              report.number().value(),
              AllowanceIncident.UNKNOWN_ALLOWANCE.advice()));
      unconfirmed.forEach(waiting -> askAboutLostAnswer(waiting, now));
      return;
    }
    consented(books.lock(known.get()), report, now);
  }

  private void consented(Allowance allowance, ConsentReport report, Instant now) {
    switch (allowance) {
      case Allowance.AwaitingConsent waiting -> {
        books.issued(waiting.consented(report.at()), now);
        books.compareRemaining(waiting, report.remaining(), now);
        if (waiting.withdrawal().isPresent()) {
          books.raise(waiting, AllowanceIncident.BUYER_WAS_FASTER, now);
        }
      }
      case Allowance.Expired _, Allowance.Cancelled _ -> {
        books.raise(allowance, AllowanceIncident.LATE_CONSENT, now);
        followUps.schedule(new FollowUp.SettleAllowance(allowance.merchant(), allowance.id()), now);
      }
      case Allowance.Requested _,
          Allowance.Unknown _,
          Allowance.Issued _,
          Allowance.Voided _,
          Allowance.Refused _ -> {}
    }
  }

  /** The number may be that of a request whose answer was lost: the query will show (R-ALW-27). */
  private void askAboutLostAnswer(Allowance waiting, Instant now) {
    followUps.schedule(new FollowUp.SettleAllowance(waiting.merchant(), waiting.id()), now);
  }

  private static Inbox.Meaning meaning(Merchant merchant, ConsentReport report) {
    return meaning(merchant.id(), report.number(), report.rtnCode(), report.invoice());
  }

  /** What its buyer's consent means to the inbox. */
  static Inbox.Meaning consent(Allowance.AwaitingConsent waiting) {
    return meaning(
        waiting.merchant(),
        waiting.number(),
        CONSENTED,
        waiting.draft().document().invoice().number());
  }

  private static Inbox.Meaning meaning(
      MerchantId merchant, AllowanceNumber number, int rtnCode, InvoiceNumber invoice) {
    return new Inbox.Meaning(
        merchant, CALLBACK, number.value(), rtnCode + "/" + invoice.value(), "");
  }
}
