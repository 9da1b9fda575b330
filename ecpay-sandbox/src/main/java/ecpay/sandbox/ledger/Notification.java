package ecpay.sandbox.ledger;

import java.time.LocalDateTime;

/**
 * A message that InvoiceNotify asked for.
 *
 * @param tag InvoiceTag: I, II, A, AI, AW or OA
 * @param notified who gets it: C customer, M merchant, A both
 * @param recipient the addresses and numbers it goes to
 */
public record Notification(
    String merchantId,
    String invoiceNo,
    String allowanceNo,
    String tag,
    String notified,
    String recipient,
    LocalDateTime at) {}
