package ecpay.domain.invoice.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Patience;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.KnownInvoice;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings the invoice of a paid order to its end, however often it runs and wherever an earlier run
 * was killed: before Issue is called a second time, GetIssue is asked by the same RelateNumber.
 */
public final class IssueInvoice {
  private final Transactions transactions;
  private final Merchants merchants;
  private final InvoiceGateway gateway;
  private final InvoiceBooks books;
  private final Patience patience;
  private final Clock clock;

  public IssueInvoice(
      Transactions transactions,
      Merchants merchants,
      InvoiceGateway gateway,
      InvoiceBooks books,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.merchants = merchants;
    this.gateway = gateway;
    this.books = books;
    this.patience = patience;
    this.clock = clock;
  }

  /** One run; the answer says when to come back, if at all. */
  public Progress proceed(FollowUp.IssueInvoice followUp) {
    Step step = transactions.inTransaction(() -> prepare(followUp));
    Merchant merchant = merchants.get(followUp.merchant());
    return switch (step) {
      case Step.Nothing(Progress progress) -> progress;
      case Step.Ask(Invoice.Unissued invoice) -> {
        Answer<Optional<KnownInvoice>> answer =
            gateway.getIssue(merchant, invoice.document().relateNumber());
        yield transactions.inTransaction(() -> told(invoice, answer));
      }
      case Step.Send(Invoice.Requested invoice, long call) -> {
        Answer<IssuedInvoice> answer = gateway.issue(merchant, invoice.document());
        yield transactions.inTransaction(() -> answered(invoice, call, answer));
      }
    };
  }

  private Step prepare(FollowUp.IssueInvoice followUp) {
    Invoice invoice = books.lockOrRequest(followUp.merchant(), followUp.order());
    Instant now = Instant.now(clock);
    return switch (invoice) {
      case Invoice.Issued _, Invoice.Refused _ -> new Step.Nothing(Progress.DONE);
      case Invoice.Unknown unknown -> new Step.Ask(unknown);
      case Invoice.Requested(Invoice.Draft _, Optional<Instant> sentAt) when sentAt.isPresent() ->
          now.isBefore(patience.after(sentAt.get()))
              ? new Step.Nothing(new Progress.WaitUntil(patience.after(sentAt.get())))
              : new Step.Ask((Invoice.Requested) invoice);
      case Invoice.Requested requested -> {
        Invoice.Requested sending = requested.sending(now);
        yield new Step.Send(sending, books.sending(sending, now));
      }
    };
  }

  private Progress answered(Invoice.Requested sent, long call, Answer<IssuedInvoice> answer) {
    Instant now = Instant.now(clock);
    Invoice current = books.answered(sent, call, answer, now);
    if (!(current instanceof Invoice.Unissued unissued)) {
      return Progress.DONE;
    }
    return switch (answer) {
      case Answer.Accepted<IssuedInvoice>(IssuedInvoice facts) -> {
        books.issued(unissued, facts, now);
        yield Progress.DONE;
      }
      case Answer.Refused<IssuedInvoice>(String code, String message) -> {
        books.refused(unissued, code, message, now);
        yield Progress.DONE;
      }
      case Answer.NotSent<IssuedInvoice>(String reason) -> {
        books.save(sent.notSent());
        yield new Progress.TryAgain("Issue not sent: " + reason);
      }
      case Answer.Unknown<IssuedInvoice>(String reason, boolean resendable) -> {
        books.outcomeUnknown(unissued, reason, resendable, now);
        yield new Progress.WaitUntil(patience.after(now)); // ECPay may still be at it
      }
    };
  }

  private Progress told(Invoice.Unissued asked, Answer<Optional<KnownInvoice>> answer) {
    Instant now = Instant.now(clock);
    if (!(books.lock(asked) instanceof Invoice.Unissued unissued)) {
      return Progress.DONE;
    }
    return switch (answer) {
      case Answer.Accepted<Optional<KnownInvoice>>(Optional<KnownInvoice> known) -> {
        if (known.isPresent()) {
          books.found(unissued, known.get(), now);
          yield Progress.DONE;
        }
        yield books.neverHappened(unissued, now);
      }
      case Answer.Refused<Optional<KnownInvoice>>(String code, String message) ->
          new Progress.TryAgain("GetIssue refused: " + code + " " + message);
      case Answer.NotSent<Optional<KnownInvoice>>(String reason) ->
          new Progress.TryAgain("GetIssue not sent: " + reason);
      case Answer.Unknown<Optional<KnownInvoice>>(String reason, boolean _) ->
          new Progress.TryAgain("GetIssue without answer: " + reason);
    };
  }

  private sealed interface Step {
    record Nothing(Progress progress) implements Step {}

    record Ask(Invoice.Unissued invoice) implements Step {}

    record Send(Invoice.Requested invoice, long call) implements Step {}
  }
}
