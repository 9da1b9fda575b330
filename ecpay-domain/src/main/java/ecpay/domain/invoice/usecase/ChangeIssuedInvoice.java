package ecpay.domain.invoice.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.event.DomainEvent.InvoiceChangeRequested;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Pending;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.deadline.VoidPolicy;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.rule.Violations;
import java.time.Instant;

/**
 * Voids an issued invoice, or annuls it and issues it anew. A wish that is fulfilled or under way
 * is answered as it is, so that it may be repeated; one that cannot be is refused with its rule
 * before ECPay is asked (R-INV-22 to R-INV-27).
 */
public final class ChangeIssuedInvoice {
  private final RecordWish wishes;
  private final Allowances allowances;

  public ChangeIssuedInvoice(RecordWish wishes, Allowances allowances) {
    this.wishes = wishes;
    this.allowances = allowances;
  }

  /** Invalid. */
  public Invoice voidInvoice(MerchantId merchant, InvoiceId id, VoidReason reason) {
    return wishes.record(merchant, id, voiding(reason), requested(id, Change.VoidInvoice.class));
  }

  /** Everything that stands in the way of voiding it; voids nothing. */
  public void demandVoidable(MerchantId merchant, InvoiceId id, VoidReason reason) {
    wishes.demand(merchant, id, voiding(reason));
  }

  /** VoidWithReIssue: same number, time and amounts, another buyer or another way to them. */
  public Invoice reissue(
      MerchantId merchant, InvoiceId id, VoidReason reason, Correction correction) {
    return wishes.record(
        merchant, id, reissuing(reason, correction), requested(id, Change.Reissue.class));
  }

  /** Everything that stands in the way of re-issuing it like that; changes nothing. */
  public void demandReissuable(
      MerchantId merchant, InvoiceId id, VoidReason reason, Correction correction) {
    wishes.demand(merchant, id, reissuing(reason, correction));
  }

  private RecordWish.Wish voiding(VoidReason reason) {
    return (invoice, now) ->
        invoice instanceof Invoice.Voided
            ? invoice
            : wanting(invoice, new Change.VoidInvoice(reason), now);
  }

  private RecordWish.Wish reissuing(VoidReason reason, Correction correction) {
    return (invoice, now) -> {
      var corrected = correction.applyTo(invoice.document());
      boolean done =
          invoice instanceof Invoice.Issued issued
              && issued.reissuedAt().isPresent()
              && corrected.equals(issued.document());
      return done ? invoice : wanting(invoice, new Change.Reissue(reason, corrected), now);
    };
  }

  private Invoice wanting(Invoice invoice, Change.OfIssued change, Instant now) {
    Violations.demand(
        invoice instanceof Invoice.Issued, "R-INV-26", "invoice", "it is not a live invoice");
    Invoice.Issued issued = (Invoice.Issued) invoice;
    if (issued.pending().map(Pending::change).filter(change::equals).isPresent()) {
      return issued;
    }
    VoidPolicy.demand(issued, change, hasLiveAllowances(issued), now);
    return issued.wanting(Pending.of(change, now));
  }

  private static InvoiceChangeRequested requested(
      InvoiceId id, Class<? extends Change.OfIssued> change) {
    return new InvoiceChangeRequested(id, change.getSimpleName());
  }

  private boolean hasLiveAllowances(Invoice.Issued invoice) {
    return allowances.ofOrder(invoice.merchant(), invoice.order()).stream()
        .filter(one -> one.draft().document().invoice().number().equals(invoice.facts().number()))
        .anyMatch(Allowance::holdsItsAmount);
  }
}
