package ecpay.domain.bookkeeping;

import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderReference;
import java.time.Instant;
import java.util.Optional;

/**
 * One allowance issued in a term, as the books show it.
 *
 * @param order the merchant's own number of its order
 * @param onPaper whether the buyer signs on paper; else the consent was given online
 * @param signed whether the signature is in the files; true for an online one (R-ALW-33)
 * @param total AllowanceAmount, TWD with tax
 * @param voided when and why it was voided; empty while it counts
 */
public record AllowanceEntry(
    AllowanceNumber number,
    InvoiceNumber invoice,
    Instant issuedAt,
    OrderReference order,
    boolean onPaper,
    boolean signed,
    TaxSplit split,
    Money total,
    Optional<Withdrawn> voided) {}
