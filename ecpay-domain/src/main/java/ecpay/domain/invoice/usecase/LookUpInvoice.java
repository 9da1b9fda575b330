package ecpay.domain.invoice.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceArchive.KnownVoid;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.Carrier;
import ecpay.domain.rule.Violations;
import java.net.URI;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What a person may want to see of an invoice: ECPay's own books, and the page to print. */
public final class LookUpInvoice {
  private final Invoices invoices;
  private final InvoiceGateway gateway;
  private final InvoiceArchive archive;

  public LookUpInvoice(Invoices invoices, InvoiceGateway gateway, InvoiceArchive archive) {
    this.invoices = invoices;
    this.gateway = gateway;
    this.archive = archive;
  }

  /**
   * What ECPay's books show.
   *
   * @param invoice GetIssue; empty when ECPay knows of no such invoice
   * @param voided GetInvalid; only for one that GetIssue shows as void
   */
  public record Shown(Optional<KnownInvoice> invoice, Optional<KnownVoid> voided) {}

  /**
   * Asks GetIssue, and GetInvalid for a void one. Changes nothing here.
   *
   * @throws NoSuchElementException if the merchant has no such invoice
   */
  public Answer<Shown> atEcpay(Merchant merchant, InvoiceId id) {
    Invoice invoice = find(merchant, id);
    Answer<Optional<KnownInvoice>> answer =
        gateway.getIssue(merchant, invoice.document().relateNumber());
    if (answer instanceof Answer.Accepted<Optional<KnownInvoice>>(Optional<KnownInvoice> known)
        && known.map(KnownInvoice::voided).orElse(false)) {
      return archive
          .getInvalid(merchant, invoice.document().relateNumber(), known.orElseThrow().invoice())
          .map(voided -> new Shown(known, voided));
    }
    return answer.map(known -> new Shown(known, Optional.empty()));
  }

  /**
   * InvoicePrint: a page that is good for about an hour.
   *
   * @throws ecpay.domain.rule.RuleViolationException R-INV-12 for an invoice that is kept on a
   *     carrier or donated, R-INV-26 for one that is not live, R-INV-09 for a company's style
   *     without a company number
   * @throws NoSuchElementException if the merchant has no such invoice
   */
  public Answer<URI> print(Merchant merchant, InvoiceId id, PrintStyle style) {
    Invoice invoice = find(merchant, id);
    IssuedInvoice facts = printable(invoice, style);
    return archive.invoicePrint(merchant, facts, style);
  }

  private static IssuedInvoice printable(Invoice invoice, PrintStyle style) {
    Violations violations = new Violations();
    violations.require(
        invoice instanceof Invoice.Issued, "R-INV-26", "invoice", "only a live one is printed");
    violations.require(
        invoice.document().delivery().isPrinted()
            || (invoice.document().delivery().carrier() instanceof Carrier.None
                && invoice.document().delivery().donation().isEmpty()),
        "R-INV-12",
        "invoice",
        "an invoice on a carrier or a donated one is not printed");
    violations.require(
        !style.isForCompanies() || invoice.document().delivery().company().isPresent(),
        "R-INV-09",
        "style",
        "this style is for invoices with a company number");
    violations.throwIfAny();
    return ((Invoice.Issued) invoice).facts();
  }

  private Invoice find(Merchant merchant, InvoiceId id) {
    return invoices
        .find(merchant.id(), id)
        .orElseThrow(() -> new NoSuchElementException("no invoice " + id));
  }
}
