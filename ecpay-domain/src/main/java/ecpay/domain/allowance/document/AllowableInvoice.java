package ecpay.domain.allowance.document;

import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.money.Money;
import ecpay.domain.money.TaxKind;
import java.time.LocalDate;
import java.util.Set;

/**
 * What an allowance must know of its invoice. It exists only for an invoice that is issued and live
 * (R-ALW-32).
 *
 * @param issuedOn the issue date in Taipei, sent as InvoiceDate (R-ALW-31)
 * @param total the invoice's SalesAmount, TWD with tax
 * @param taxKinds the kinds of its lines
 * @param mixed whether its TaxType is 9, so that every item must name its kind (R-ALW-12)
 */
public record AllowableInvoice(
    InvoiceNumber number, LocalDate issuedOn, Money total, Set<TaxKind> taxKinds, boolean mixed) {
  public AllowableInvoice {
    taxKinds = Set.copyOf(taxKinds);
  }
}
