package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent.InvoiceRefused;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;

/** Gives up the invoices of an order that never left, for its money goes back (R-CAP-13). */
public final class WithholdInvoices {
  private static final String CODE = "WITHHELD";
  private static final String MESSAGE = "the money of its order goes back";

  private final Invoices invoices;
  private final InvoiceBooks books;

  public WithholdInvoices(Invoices invoices, InvoiceBooks books) {
    this.invoices = invoices;
    this.books = books;
  }

  /** Runs inside the transaction that records the refund, which holds the order's lock. */
  public void withhold(MerchantId merchant, OrderId order, Instant now) {
    for (Invoice invoice : invoices.ofOrder(merchant, order)) {
      switch (invoice) {
        case Invoice.Requested requested when requested.sentAt().isEmpty() -> drop(requested, now);
        case Invoice.AwaitingNumbers waiting -> drop(waiting, now);
        case Invoice.Requested _,
            Invoice.Unknown _,
            Invoice.Scheduled _,
            Invoice.Issued _,
            Invoice.Voided _,
            Invoice.Cancelled _,
            Invoice.Refused _ -> {}
      }
    }
  }

  private void drop(Invoice.Unconfirmed invoice, Instant now) {
    books.save(
        invoice.refused(CODE, MESSAGE), new InvoiceRefused(invoice.id(), CODE, MESSAGE), now);
  }
}
