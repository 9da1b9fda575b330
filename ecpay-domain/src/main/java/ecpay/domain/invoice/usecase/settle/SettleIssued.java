package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.answer.Answer;
import ecpay.domain.event.DomainEvent.InvoiceReissued;
import ecpay.domain.followup.FollowUp.WatchInvoice;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.deadline.UploadPolicy;
import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.invoice.usecase.settle.ChangeCall.Changing;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Voids an issued invoice, or annuls it and issues it anew, as the merchant asked. */
public final class SettleIssued {
  private final AskAboutInvoice ask;
  private final InvoiceGateway gateway;
  private final ChangeCall call;
  private final InvoiceBooks books;
  private final FollowUps followUps;

  public SettleIssued(
      AskAboutInvoice ask,
      InvoiceGateway gateway,
      ChangeCall call,
      InvoiceBooks books,
      FollowUps followUps) {
    this.ask = ask;
    this.gateway = gateway;
    this.call = call;
    this.books = books;
    this.followUps = followUps;
  }

  Progress proceed(Merchant merchant, Invoice.Issued invoice) {
    if (invoice.pending().isEmpty()) {
      return Progress.DONE;
    }
    return call.proceed(
        changing(invoice),
        () -> send(merchant, invoice),
        () -> ask.about(merchant, invoice, (known, now) -> told(invoice, known, now)));
  }

  private Progress send(Merchant merchant, Invoice.Issued invoice) {
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.VoidInvoice change ->
          call.make(
              invoice,
              SettleIssued::changing,
              Operation.Invalid,
              () -> gateway.invalid(merchant, invoice.facts(), change.reason()),
              answer ->
                  unlessDone(
                      answer,
                      merchant,
                      invoice,
                      known -> known.voided() ? Optional.of(new Done()) : Optional.empty()),
              (sent, _, now) -> {
                books.voided(sent, change, now);
                return Progress.DONE;
              });
      case Change.Reissue change ->
          call.checked(
              merchant,
              change.document(),
              changing(invoice),
              () -> reissue(merchant, invoice, change));
    };
  }

  private Progress reissue(Merchant merchant, Invoice.Issued invoice, Change.Reissue change) {
    return call.make(
        invoice,
        SettleIssued::changing,
        Operation.VoidWithReIssue,
        () ->
            gateway.voidWithReIssue(merchant, invoice.facts(), change.reason(), change.document()),
        answer ->
            unlessDone(
                answer,
                merchant,
                invoice,
                known ->
                    shown(invoice, change, known) == Bearer.Shown.AFTER
                        ? Optional.of(known.invoice())
                        : Optional.empty()),
        (sent, anew, now) -> reissued(sent, change, anew, now));
  }

  /**
   * A refusal of what ECPay's books show as done: by a call that got lost, or by somebody there.
   */
  private <T> Answer<T> unlessDone(
      Answer<T> answer,
      Merchant merchant,
      Invoice.Issued invoice,
      Function<KnownInvoice, Optional<T>> done) {
    if (answer instanceof Answer.Refused<T>
        && gateway.getIssue(merchant, invoice.document().relateNumber())
            instanceof Answer.Accepted<Optional<KnownInvoice>>(Optional<KnownInvoice> known)) {
      return known.flatMap(done).<Answer<T>>map(Answer.Accepted::new).orElse(answer);
    }
    return answer;
  }

  /** A void one shows neither: its number is not live under any document. */
  private static Bearer.Shown shown(
      Invoice.Issued invoice, Change.Reissue change, KnownInvoice known) {
    return known.voided()
        ? Bearer.Shown.NEITHER
        : known.bearer().tell(Bearer.of(invoice.document()), Bearer.of(change.document()));
  }

  /** ECPay's books after a call whose answer got lost. */
  private Progress told(Invoice.Issued invoice, Optional<KnownInvoice> known, Instant now) {
    if (known.isEmpty()) {
      return new Progress.TryAgain("GetIssue does not know the issued invoice");
    }
    return switch (invoice.pending().orElseThrow().change()) {
      case Change.VoidInvoice change -> {
        if (!known.get().voided()) {
          yield call.neverHappened(changing(invoice), now);
        }
        books.voided(invoice, change, now);
        yield Progress.DONE;
      }
      case Change.Reissue change ->
          switch (shown(invoice, change, known.get())) {
            case AFTER -> reissued(invoice, change, known.get().invoice(), now);
            case BEFORE -> call.neverHappened(changing(invoice), now);
            case NEITHER -> {
              call.unclear(changing(invoice), "UNCLEAR", "ECPay shows neither of the two", now);
              yield Progress.DONE;
            }
          };
    };
  }

  private Progress reissued(
      Invoice.Issued invoice, Change.Reissue change, IssuedInvoice anew, Instant now) {
    Invoice.Issued reissued = invoice.reissued(change.document(), anew, now);
    books.save(reissued, new InvoiceReissued(reissued.id(), reissued.facts().number()), now);
    followUps.schedule(
        new WatchInvoice(reissued.merchant(), reissued.id()), UploadPolicy.firstLook(reissued));
    return Progress.DONE;
  }

  private static Changing<Invoice.Issued> changing(Invoice.Issued invoice) {
    Pending<Change.OfIssued> pending = invoice.pending().orElseThrow();
    return new Changing<>(
        invoice, pending, delivery -> invoice.wanting(pending.with(delivery)), invoice::unchanged);
  }
}
