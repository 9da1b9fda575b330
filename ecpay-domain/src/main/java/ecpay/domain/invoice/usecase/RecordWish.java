package ecpay.domain.invoice.usecase;

import ecpay.domain.event.DomainEvent;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.usecase.settle.InvoiceBooks;
import ecpay.domain.invoice.usecase.settle.SettleInvoice;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;

/**
 * Records what a merchant wants of an invoice and carries it out at once; whatever interrupts that
 * is finished by follow-up.
 */
public final class RecordWish {
  private final Transactions transactions;
  private final Invoices invoices;
  private final InvoiceBooks books;
  private final SettleInvoice settle;
  private final FollowUps followUps;
  private final Patience patience;
  private final Clock clock;

  public RecordWish(
      Transactions transactions,
      Invoices invoices,
      InvoiceBooks books,
      SettleInvoice settle,
      FollowUps followUps,
      Patience patience,
      Clock clock) {
    this.transactions = transactions;
    this.invoices = invoices;
    this.books = books;
    this.settle = settle;
    this.followUps = followUps;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * What to record in the locked invoice, which it does not touch; the same invoice when there is
   * nothing to do.
   */
  interface Wish {
    Invoice apply(Invoice invoice, Instant now);
  }

  /**
   * @param meaning the event that a new wish is
   * @return the invoice once it was tried to carry the wish out
   * @throws NoSuchElementException if the merchant has no such invoice
   */
  Invoice record(MerchantId merchant, InvoiceId id, Wish wish, DomainEvent meaning) {
    Invoice seen = find(merchant, id);
    boolean recorded = transactions.inTransaction(() -> record(seen, wish, meaning));
    if (recorded) {
      settle.proceed(new FollowUp.SettleInvoice(merchant, id));
    }
    return find(merchant, id);
  }

  private boolean record(Invoice seen, Wish wish, DomainEvent meaning) {
    Invoice locked = books.lock(seen);
    Instant now = Instant.now(clock);
    Invoice wanted = wish.apply(locked, now);
    if (wanted.equals(locked)) {
      hurry(locked, now);
      return false;
    }
    books.save(wanted, meaning, now);
    followUps.schedule(
        new FollowUp.SettleInvoice(wanted.merchant(), wanted.id()), patience.after(now));
    return true;
  }

  /** A wish that is repeated while it waits for better times is tried now (R-INV-22). */
  private void hurry(Invoice repeated, Instant now) {
    boolean isUnderWay =
        (repeated instanceof Invoice.Issued issued && issued.pending().isPresent())
            || (repeated instanceof Invoice.Scheduled waiting && waiting.pending().isPresent());
    if (isUnderWay) {
      followUps.schedule(new FollowUp.SettleInvoice(repeated.merchant(), repeated.id()), now);
    }
  }

  /** Everything that would be wrong with the wish; records nothing. */
  void demand(MerchantId merchant, InvoiceId id, Wish wish) {
    Invoice seen = find(merchant, id);
    transactions.run(() -> {
      Invoice locked = books.lock(seen);
      wish.apply(locked, Instant.now(clock));
    });
  }

  Invoice find(MerchantId merchant, InvoiceId id) {
    return invoices
        .find(merchant, id)
        .orElseThrow(() -> new NoSuchElementException("no invoice " + id));
  }
}
