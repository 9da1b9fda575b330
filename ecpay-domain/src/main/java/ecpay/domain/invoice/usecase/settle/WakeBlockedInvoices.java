package ecpay.domain.invoice.usecase.settle;

import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.BlockedInvoices;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Has the invoices that wait for numbers asked for again, the oldest first (R-INV-28). */
public final class WakeBlockedInvoices implements BlockedInvoices {
  private static final int BATCH = 500;
  private static final int MOST = 100_000;

  private final Transactions transactions;
  private final Invoices invoices;
  private final InvoiceBooks books;
  private final FollowUps followUps;
  private final Clock clock;

  public WakeBlockedInvoices(
      Transactions transactions,
      Invoices invoices,
      InvoiceBooks books,
      FollowUps followUps,
      Clock clock) {
    this.transactions = transactions;
    this.invoices = invoices;
    this.books = books;
    this.followUps = followUps;
    this.clock = clock;
  }

  @Override
  public int wake(MerchantId merchant, long most) {
    int bound = (int) Math.min(most, MOST);
    int woken = 0;
    while (woken < bound) {
      List<Invoice.AwaitingNumbers> blocked =
          invoices.awaitingNumbers(merchant, Math.min(BATCH, bound - woken));
      if (blocked.isEmpty()) {
        break;
      }
      blocked.forEach(invoice -> transactions.run(() -> wake(invoice)));
      woken += blocked.size();
    }
    return woken;
  }

  private void wake(Invoice.AwaitingNumbers blocked) {
    if (books.lock(blocked).equals(blocked)) {
      books.save(blocked.again());
      followUps.schedule(
          new FollowUp.SettleInvoice(blocked.merchant(), blocked.id()), Instant.now(clock));
    }
  }
}
