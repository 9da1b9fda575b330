package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent.InvoiceRequestedAgain;
import ecpay.domain.invoice.Correction;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Part;
import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.List;

/**
 * Asks again for an invoice that was refused, corrected if need be, under its old RelateNumber: if
 * ECPay has it after all, it is found and not made twice.
 */
public final class RetryInvoice {
  private final RecordWish wishes;
  private final Invoices invoices;
  private final InvoiceBooks books;

  public RetryInvoice(RecordWish wishes, Invoices invoices, InvoiceBooks books) {
    this.wishes = wishes;
    this.invoices = invoices;
    this.books = books;
  }

  /**
   * @throws ecpay.domain.rule.RuleViolationException R-INV-26 if it was not refused, R-INV-34 if
   *     its parts were invoiced otherwise meanwhile, or whatever the corrected invoice would break
   */
  public Invoice retry(MerchantId merchant, InvoiceId id, Correction correction) {
    return wishes.record(merchant, id, (invoice, now) -> retry(invoice, correction, now));
  }

  private Invoice retry(Invoice invoice, Correction correction, Instant now) {
    Violations.demand(
        invoice instanceof Invoice.Refused,
        "R-INV-26",
        "invoice",
        "only a refused invoice is asked for again");
    Invoice.Refused refused = (Invoice.Refused) invoice;
    Violations.demand(
        partsAreFree(refused), "R-INV-34", "invoice", "another invoice holds what this one is for");
    books.append(refused, now, new InvoiceRequestedAgain(refused.id()));
    return refused.again(correction.applyTo(refused.document()));
  }

  private boolean partsAreFree(Invoice.Refused refused) {
    List<Integer> lines = refused.draft().parts().stream().map(Part::line).toList();
    return invoices.ofOrder(refused.merchant(), refused.order()).stream()
        .filter(Invoice::holdsItsParts)
        .flatMap(other -> other.draft().parts().stream())
        .noneMatch(part -> lines.contains(part.line()));
  }
}
