package ecpay.domain.refund;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.RemainingAmount;
import ecpay.domain.allowance.document.AllowanceOfInvoice;
import ecpay.domain.allowance.document.AllowanceOfInvoice.Calculated;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.deadline.VoidWindow;
import ecpay.domain.invoice.delay.DelayPolicy;
import ecpay.domain.money.Money;
import ecpay.domain.refund.RefundAct.CancelScheduledInvoice;
import ecpay.domain.refund.RefundAct.IssueAllowance;
import ecpay.domain.refund.RefundAct.OfDocument;
import ecpay.domain.refund.RefundAct.VoidInvoice;
import ecpay.domain.refund.RefundAct.Withhold;
import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the documents of an order whose money goes back (R-CAP-13). */
final class DocumentPlan {
  private final Situation situation;
  private final Consent consent;
  private final Optional<String> customerName;
  private final Instant now;

  DocumentPlan(Situation situation, Consent consent, Optional<String> customerName, Instant now) {
    this.situation = situation;
    this.consent = consent;
    this.customerName = customerName;
    this.now = now;
  }

  /** All documents go, each by the least that undoes it; nothing is invoiced afterwards. */
  List<OfDocument> everything() {
    List<OfDocument> acts = new ArrayList<>(live());
    Money uninvoiced = situation.uninvoiced();
    if (uninvoiced.isPositive()) {
      acts.add(new Withhold(uninvoiced));
    }
    return acts;
  }

  /**
   * {@link #everything} without what is not invoiced. An allowance whose end is open would leave
   * its part of the invoice standing, once it expires, with all the money gone.
   */
  List<OfDocument> live() {
    demandAllowedForGood("order");
    List<OfDocument> acts = new ArrayList<>();
    for (Invoice invoice : situation.invoices()) {
      undo(invoice).ifPresent(acts::add);
    }
    return acts;
  }

  private Optional<OfDocument> undo(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Issued issued -> undo(issued);
      case Invoice.Scheduled waiting -> {
        if (waiting.pending().map(change -> change.change()).stream()
            .noneMatch(Change.CancelDelay.class::isInstance)) {
          DelayPolicy.demand(waiting, new Change.CancelDelay(), now);
        }
        yield Optional.of(
            new CancelScheduledInvoice(waiting.id(), waiting.document().salesAmount()));
      }
      case Invoice.Requested requested -> onItsWay(requested.sentAt().isPresent());
      case Invoice.Unknown _ -> onItsWay(true);
      case Invoice.AwaitingNumbers _, Invoice.Voided _, Invoice.Cancelled _, Invoice.Refused _ ->
          Optional.empty();
    };
  }

  private static Optional<OfDocument> onItsWay(boolean sent) {
    Violations.demand(
        !sent,
        "R-CAP-13",
        "order",
        "its invoice is being issued this very moment: ask again once it is");
    return Optional.empty();
  }

  private Optional<OfDocument> undo(Invoice.Issued invoice) {
    demandUnchanged(invoice);
    List<Allowance> live = situation.live(invoice);
    Money remaining = RemainingAmount.of(invoice.document().salesAmount(), live);
    if (!remaining.isPositive()) {
      return Optional.empty();
    }
    return Optional.of(
        isVoidable(invoice, live)
            ? new VoidInvoice(invoice.id(), invoice.document().salesAmount())
            : allowance(invoice, AllowanceOfInvoice.rest(invoice, situation.returned(invoice))));
  }

  private boolean isVoidable(Invoice.Issued invoice, List<Allowance> live) {
    return live.isEmpty()
        && invoice.document().delivery().donation().isEmpty()
        && VoidWindow.isOpen(Taipei.dateOf(invoice.facts().issuedAt()), now);
  }

  private static void demandUnchanged(Invoice.Issued invoice) {
    boolean voiding =
        invoice.pending().map(change -> change.change()).stream()
            .anyMatch(Change.VoidInvoice.class::isInstance);
    Violations.demand(
        invoice.pending().isEmpty() || voiding,
        "R-INV-26",
        "invoice",
        "a change of the invoice is under way: wait for its end");
  }

  /**
   * The allowance for a part of the order; the whole order must be invoiced. Where allowances were
   * made without a refund, an amount is the money that belongs to them first, and only what is more
   * needs an allowance: empty if nothing is.
   */
  Optional<IssueAllowance> part(Goods goods) {
    Violations.demand(
        situation.issued().stream()
                .mapToLong(invoice -> invoice.document().salesAmount().twd())
                .sum()
            == situation.order().total().twd(),
        "R-CAP-13",
        "order",
        "the order is not invoiced, or not all of it: invoice it first, or refund all of it");
    return switch (goods) {
      case Goods.Lines(Optional<InvoiceId> named, List<ReturnedLine> lines) ->
          Optional.of(allowance(invoice(named), lines));
      case Goods.Amount(Optional<InvoiceId> named, Money amount) -> share(named, amount);
      case Goods.Everything() -> Optional.empty();
    };
  }

  private Optional<IssueAllowance> share(Optional<InvoiceId> named, Money amount) {
    Money ahead = situation.allowedAhead();
    if (ahead.isPositive()) {
      demandAllowedForGood("amount");
    }
    if (!amount.isMoreThan(ahead)) {
      named.ifPresent(_ -> invoice(named)); // it must be there, needed or not
      return Optional.empty();
    }
    Invoice.Issued invoice = invoice(named);
    Money more = Money.of(amount.twd() - ahead.twd());
    return Optional.of(
        allowance(invoice, AllowanceOfInvoice.share(invoice, situation.returned(invoice), more)));
  }

  private Invoice.Issued invoice(Optional<InvoiceId> wanted) {
    List<Invoice.Issued> meant =
        situation.issued().stream()
            .filter(invoice -> wanted.map(invoice.id()::equals).orElse(true))
            .toList();
    Violations.demand(
        !meant.isEmpty(), "R-ALW-32", "invoice", "the order has no such issued invoice");
    Violations.demand(
        meant.size() == 1,
        "R-ALW-32",
        "invoice",
        "the order has several invoices: name the one whose goods go back");
    Violations.demand(
        meant.getFirst().pending().isEmpty(),
        "R-ALW-32",
        "invoice",
        "the invoice is being voided or re-issued: wait for its end");
    return meant.getFirst();
  }

  private void demandAllowedForGood(String field) {
    Violations.demand(
        situation.isAllowedForGood(),
        "R-CAP-13",
        field,
        "an allowance of the order that no refund asked for is not issued yet, or is being taken"
            + " back: cancel it, or ask again once that has ended; other goods may go back by their"
            + " lines");
  }

  private IssueAllowance allowance(Invoice.Issued invoice, List<ReturnedLine> lines) {
    Calculated calculated =
        AllowanceOfInvoice.of(
            invoice,
            consent,
            customerName,
            lines,
            situation.returned(invoice),
            situation.merchant().invoicing().strictMixedAllowances());
    RemainingAmount.admit(calculated.document(), situation.live(invoice));
    return new IssueAllowance(
        invoice.id(),
        calculated.parts().stream().map(AllowanceOfInvoice::returned).toList(),
        calculated.document().amount(),
        consent,
        customerName);
  }
}
