package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.event.DomainEvent.InvoiceUploaded;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.deadline.Lottery;
import ecpay.domain.invoice.deadline.UploadPolicy;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees that an issued invoice is uploaded in time (R-INV-21) and warns before the lottery of one
 * whose winner could not be told (R-INV-35).
 */
public final class WatchInvoice {
  private static final Duration BETWEEN_LATE_LOOKS = Duration.ofDays(1);
  private static final Duration BESIDE_A_CHANGE = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final Merchants merchants;
  private final Invoices invoices;
  private final AskAboutInvoice ask;
  private final InvoiceBooks books;
  private final Clock clock;

  public WatchInvoice(
      Transactions transactions,
      Merchants merchants,
      Invoices invoices,
      AskAboutInvoice ask,
      InvoiceBooks books,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.invoices = invoices;
    this.ask = ask;
    this.books = books;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.WatchInvoice followUp) {
    if (!(invoices.find(followUp.merchant(), followUp.invoice()).orElseThrow()
        instanceof Invoice.Issued issued)) {
      return Progress.DONE;
    }
    if (issued.uploadedAt().isPresent()) {
      return transactions.inTransaction(() -> warnOfLottery(issued));
    }
    Instant due = UploadPolicy.firstLook(issued);
    Instant now = Instant.now(clock);
    if (now.isBefore(due)) {
      return new Progress.WaitUntil(due);
    }
    return isInDoubt(issued)
        ? new Progress.WaitUntil(now.plus(BESIDE_A_CHANGE))
        : ask.about(
            merchants.get(issued.merchant()), issued, (known, at) -> told(issued, known, at));
  }

  /**
   * A change that left is answered into the invoice as it was sent: nothing is written beside it.
   */
  private static boolean isInDoubt(Invoice.Issued invoice) {
    return invoice.pending().flatMap(change -> change.delivery().inDoubtSince()).isPresent();
  }

  private Progress told(Invoice.Issued invoice, Optional<KnownInvoice> known, Instant now) {
    if (known.map(KnownInvoice::voided).orElse(false) && invoice.pending().isEmpty()) {
      books.raiseOnce(invoice, InvoiceIncident.VOIDED_ELSEWHERE, Instant.EPOCH, now);
      return Progress.DONE;
    }
    if (known.map(KnownInvoice::uploaded).orElse(false)) {
      Instant at = known.flatMap(KnownInvoice::uploadedAt).orElse(now);
      books.save(invoice.uploaded(at), new InvoiceUploaded(invoice.id()), now);
      return new Progress.WaitUntil(now);
    }
    Instant deadline = UploadPolicy.deadline(invoice);
    if (now.isBefore(deadline)) {
      return new Progress.WaitUntil(deadline);
    }
    books.raiseOnce(invoice, InvoiceIncident.NOT_UPLOADED, deadline, now);
    return new Progress.WaitUntil(now.plus(BETWEEN_LATE_LOOKS));
  }

  private Progress warnOfLottery(Invoice.Issued seen) {
    if (!Lottery.lacksAddress(seen.document())) {
      return Progress.DONE;
    }
    Instant now = Instant.now(clock);
    Instant due = Lottery.warningTime(seen);
    if (now.isBefore(due)) {
      return new Progress.WaitUntil(due);
    }
    if (!books.lock(seen).equals(seen)) {
      return new Progress.WaitUntil(now); // look at it afresh
    }
    books.raiseOnce(seen, InvoiceIncident.WINNER_CANNOT_BE_TOLD, due, now);
    return Progress.DONE;
  }
}
