package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoice.Scheduled.Doubt;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Asks GetIssue by RelateNumber what became of an invoice. Queries only. */
public final class AskAboutInvoice {
  private final Transactions transactions;
  private final InvoiceGateway gateway;
  private final InvoiceBooks books;
  private final Clock clock;

  public AskAboutInvoice(
      Transactions transactions, InvoiceGateway gateway, InvoiceBooks books, Clock clock) {
    this.transactions = transactions;
    this.gateway = gateway;
    this.books = books;
    this.clock = clock;
  }

  /**
   * For one whose call got lost: it exists, or the same RelateNumber goes out again. GetIssue knows
   * nothing that waits, so a delayed one that must not go out again may be waiting there.
   */
  Progress aboutUnconfirmed(Merchant merchant, Invoice.Unconfirmed invoice) {
    return about(
        merchant,
        invoice,
        (known, now) ->
            known
                .map(found -> found(invoice, found, now))
                .orElseGet(() ->
                    mayWait(invoice) ? mayWait(invoice, now) : books.neverHappened(invoice, now)));
  }

  private static boolean mayWait(Invoice.Unconfirmed invoice) {
    return invoice.draft().delay().isPresent()
        && invoice instanceof Invoice.Unknown unknown
        && !unknown.resendable();
  }

  private Progress mayWait(Invoice.Unconfirmed invoice, Instant now) {
    books.save(invoice.scheduled(now).doubting(Doubt.TAKEN));
    books.raise(invoice, InvoiceIncident.DELAY_UNCLEAR, now);
    return new Progress.WaitUntil(now);
  }

  /** For a delayed one that is over in our books: ECPay may have issued it after all. */
  Progress aboutEnded(Merchant merchant, Invoice.Unissued invoice) {
    return about(
        merchant,
        invoice,
        (known, now) ->
            known
                .map(found -> {
                  books.raise(invoice, InvoiceIncident.ISSUED_AFTER_ALL, now);
                  return found(invoice, found, now);
                })
                .orElse(Progress.DONE));
  }

  Progress found(Invoice.Unissued invoice, KnownInvoice known, Instant now) {
    books.found(invoice, known, now);
    return Progress.DONE;
  }

  /**
   * Asks and, if the invoice is still as it was seen, acts on the answer in a transaction.
   *
   * @param act what ECPay's books mean for the invoice
   */
  Progress about(Merchant merchant, Invoice invoice, Reading act) {
    Answer<Optional<KnownInvoice>> answer =
        gateway.getIssue(merchant, invoice.document().relateNumber());
    return switch (answer) {
      case Answer.Accepted<Optional<KnownInvoice>>(Optional<KnownInvoice> known) ->
          transactions.inTransaction(() -> {
            Instant now = Instant.now(clock);
            return books.lock(invoice).equals(invoice)
                ? act.read(known, now)
                : new Progress.WaitUntil(now); // look at it afresh
          });
      case Answer.Unaccepted<Optional<KnownInvoice>> not ->
          new Progress.TryAgain("GetIssue " + not.why());
    };
  }

  /** What ECPay's books mean for an invoice; runs inside a transaction. */
  interface Reading {
    Progress read(Optional<KnownInvoice> known, Instant now);
  }
}
