package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.check.BuyerCodes;
import ecpay.domain.check.Verdict;
import ecpay.domain.check.usecase.CheckBuyer;
import ecpay.domain.event.DomainEvent.InvoiceScheduled;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceGateway.IssueReply;
import ecpay.domain.invoice.InvoiceIncident;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Sends an invoice that has never left, after its buyer was checked: Issue or DelayIssue. */
public final class SendInvoice {
  private final Transactions transactions;
  private final CheckBuyer check;
  private final InvoiceGateway gateway;
  private final DelayGateway delays;
  private final InvoiceCall call;
  private final InvoiceBooks books;
  private final Patience patience;
  private final Clock clock;

  public SendInvoice(
      Transactions transactions,
      CheckBuyer check,
      InvoiceGateway gateway,
      DelayGateway delays,
      InvoiceCall call,
      InvoiceBooks books,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.check = check;
    this.gateway = gateway;
    this.delays = delays;
    this.call = call;
    this.books = books;
    this.patience = patience;
    this.clock = clock;
  }

  Progress send(Merchant merchant, Invoice.Requested invoice) {
    return switch (check.check(merchant, BuyerCodes.of(invoice.document().delivery()))) {
      case Verdict.Passed() -> sendChecked(merchant, invoice);
      case Verdict.Refused refused -> transactions.inTransaction(() -> refuse(invoice, refused));
      case Verdict.Unavailable(String reason) ->
          new Progress.TryAgain("the buyer cannot be checked: " + reason);
    };
  }

  /** There may be numbers again. */
  Progress sendBlocked(Invoice.AwaitingNumbers blocked) {
    return transactions.inTransaction(() -> {
      if (books.lock(blocked).equals(blocked)) {
        books.save(blocked.again());
      }
      return new Progress.WaitUntil(Instant.now(clock));
    });
  }

  private Progress refuse(Invoice.Requested seen, Verdict.Refused verdict) {
    Instant now = Instant.now(clock);
    if (!books.lock(seen).equals(seen)) {
      return new Progress.WaitUntil(now);
    }
    books.refused(seen, "BUYER_CHECK", verdict.message(), InvoiceIncident.BUYER_CHECK_FAILED, now);
    return Progress.DONE;
  }

  private Progress sendChecked(Merchant merchant, Invoice.Requested invoice) {
    Optional<InvoiceTiming.Delayed> delay = invoice.draft().delay();
    if (delay.isPresent()) {
      return call.make(
          invoice,
          Operation.DelayIssue,
          Invoice.Requested::sending,
          () -> delays.delayIssue(merchant, invoice.id(), invoice.document(), delay.get()),
          new Outcome<Done>() {
            @Override
            public Progress accepted(Invoice.Requested sent, Done value, Instant now) {
              books.save(sent.scheduled(now), new InvoiceScheduled(sent.id()), now);
              return new Progress.WaitUntil(now);
            }
          });
    }
    return call.make(
        invoice,
        Operation.Issue,
        Invoice.Requested::sending,
        () -> gateway.issue(merchant, invoice.document()),
        new Outcome<IssueReply>() {
          @Override
          public Progress accepted(Invoice.Requested sent, IssueReply reply, Instant now) {
            switch (reply) {
              case IssueReply.Issued(var facts) -> books.issued(sent, facts, now);
              case IssueReply.NoNumbers none -> books.awaitsNumbers(sent, none, now);
            }
            return Progress.DONE;
          }
        });
  }

  /** What Issue and DelayIssue have in common: all but success. */
  private abstract class Outcome<T> implements InvoiceCall.Outcome<Invoice.Requested, T> {
    @Override
    public Progress refused(Invoice.Requested sent, String code, String message, Instant now) {
      books.refused(sent, code, message, now);
      return Progress.DONE;
    }

    @Override
    public Progress notSent(Invoice.Requested sent, String reason) {
      books.save(sent.notSent());
      return new Progress.TryAgain(sent.id() + " not sent: " + reason);
    }

    @Override
    public Progress unknown(
        Invoice.Requested sent, String reason, boolean resendable, Instant now) {
      books.outcomeUnknown(sent, reason, resendable, now);
      return new Progress.WaitUntil(patience.after(now)); // ECPay may still be at it
    }
  }
}
