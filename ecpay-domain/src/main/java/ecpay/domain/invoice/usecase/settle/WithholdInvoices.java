package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.event.DomainEvent.InvoiceRefused;
import ecpay.domain.event.DomainEvent.InvoiceRequestedAgain;
import ecpay.domain.followup.FollowUp.SettleInvoice;
import ecpay.domain.followup.FollowUps;
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
  private final FollowUps followUps;

  public WithholdInvoices(Invoices invoices, InvoiceBooks books, FollowUps followUps) {
    this.invoices = invoices;
    this.books = books;
    this.followUps = followUps;
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

  /** Asks again for what was given up, for the refund was called off; in its transaction. */
  public void release(MerchantId merchant, OrderId order, Instant now) {
    for (Invoice invoice : invoices.ofOrder(merchant, order)) {
      if (invoice instanceof Invoice.Refused refused && refused.code().equals(CODE)) {
        books.save(refused.again(refused.document()), new InvoiceRequestedAgain(refused.id()), now);
        followUps.schedule(new SettleInvoice(merchant, refused.id()), now);
      }
    }
  }

  private void drop(Invoice.Unconfirmed invoice, Instant now) {
    books.save(
        invoice.refused(CODE, MESSAGE), new InvoiceRefused(invoice.id(), CODE, MESSAGE), now);
  }
}
