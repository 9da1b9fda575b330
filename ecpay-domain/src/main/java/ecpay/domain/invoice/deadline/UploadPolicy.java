package ecpay.domain.invoice.deadline;

import ecpay.domain.invoice.Invoice;
import java.time.Duration;
import java.time.Instant;

/** When ECPay is asked whether it has given an invoice to the tax authority (R-INV-21). */
public final class UploadPolicy {
  private static final Duration USUAL = Duration.ofDays(1);
  private static final Duration LATEST = Duration.ofDays(2);

  private UploadPolicy() {}

  /** When most invoices are uploaded. */
  public static Instant firstLook(Invoice.Issued invoice) {
    return since(invoice).plus(USUAL);
  }

  /** When every invoice must be uploaded; a later one raises an alarm. */
  public static Instant deadline(Invoice.Issued invoice) {
    return since(invoice).plus(LATEST);
  }

  private static Instant since(Invoice.Issued invoice) {
    return invoice.reissuedAt().orElse(invoice.facts().issuedAt());
  }
}
