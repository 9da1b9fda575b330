package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings an invoice, or a change of it, to its end, however often it runs and wherever an earlier
 * run was killed: it sends what never left and asks ECPay where an answer is missing.
 */
public final class SettleInvoice {
  /** Stock wakes a blocked invoice; this is for the case that nobody does. */
  private static final Duration BETWEEN_TRIES_WITHOUT_NUMBERS = Duration.ofHours(6);

  private final Merchants merchants;
  private final Invoices invoices;
  private final SendInvoice send;
  private final AskAboutInvoice ask;
  private final SettleScheduled scheduled;
  private final SettleIssued issued;
  private final Patience patience;
  private final Clock clock;

  public SettleInvoice(
      Merchants merchants,
      Invoices invoices,
      SendInvoice send,
      AskAboutInvoice ask,
      SettleScheduled scheduled,
      SettleIssued issued,
      Patience patience,
      Clock clock) {
    this.merchants = merchants;
    this.invoices = invoices;
    this.send = send;
    this.ask = ask;
    this.scheduled = scheduled;
    this.issued = issued;
    this.patience = patience;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.SettleInvoice followUp) {
    Merchant merchant = merchants.get(followUp.merchant());
    Invoice invoice = invoices.find(followUp.merchant(), followUp.invoice()).orElseThrow();
    return switch (invoice) {
      case Invoice.Requested requested when requested.sentAt().isEmpty() ->
          send.send(merchant, requested);
      case Invoice.Requested requested -> {
        Instant due = patience.after(requested.sentAt().orElseThrow());
        yield Instant.now(clock).isBefore(due)
            ? new Progress.WaitUntil(due)
            : ask.aboutUnconfirmed(merchant, requested);
      }
      case Invoice.AwaitingNumbers blocked -> blocked(blocked);
      case Invoice.Unknown unknown -> ask.aboutUnconfirmed(merchant, unknown);
      case Invoice.Scheduled waiting -> scheduled.proceed(merchant, waiting);
      case Invoice.Issued live -> issued.proceed(merchant, live);
      case Invoice.Cancelled cancelled -> ended(merchant, cancelled);
      case Invoice.Refused refused -> ended(merchant, refused);
      case Invoice.Voided _ -> Progress.DONE;
    };
  }

  private Progress ended(Merchant merchant, Invoice.Unissued invoice) {
    return invoice.draft().delay().isPresent() ? ask.aboutEnded(merchant, invoice) : Progress.DONE;
  }

  private Progress blocked(Invoice.AwaitingNumbers blocked) {
    Instant due = blocked.since().plus(BETWEEN_TRIES_WITHOUT_NUMBERS);
    return Instant.now(clock).isBefore(due)
        ? new Progress.WaitUntil(due)
        : send.sendBlocked(blocked);
  }
}
