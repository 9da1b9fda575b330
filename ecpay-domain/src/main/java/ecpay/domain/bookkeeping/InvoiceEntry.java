package ecpay.domain.bookkeeping;

import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderReference;
import java.time.Instant;
import java.util.Optional;

/**
 * One invoice of a term, as the books show it.
 *
 * @param order the merchant's own number of its order
 * @param companyNumber of a company that bought; empty for a person
 * @param voided when and why it was voided; empty while it counts
 * @param total SalesAmount, TWD with tax
 */
public record InvoiceEntry(
    InvoiceNumber number,
    Instant issuedAt,
    String randomNumber,
    OrderReference order,
    String companyNumber,
    TaxType taxType,
    TaxSplit split,
    Money total,
    Optional<Instant> uploadedAt,
    Optional<Withdrawn> voided) {}
