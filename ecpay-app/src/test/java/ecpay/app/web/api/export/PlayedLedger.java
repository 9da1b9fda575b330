package ecpay.app.web.api.export;

import ecpay.domain.bookkeeping.AllowanceEntry;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Ledger;
import ecpay.domain.bookkeeping.Totals;
import ecpay.domain.bookkeeping.Withdrawn;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.invoice.document.TaxType;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.OrderReference;
import ecpay.domain.track.Term;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Books with many long invoices, made while they are read, each watched until it is let go. */
class PlayedLedger implements Ledger {
  private static final Instant AT = Instant.parse("2026-11-21T04:00:00Z");

  final AtomicInteger made = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  private final int rows;
  private final List<WeakReference<InvoiceEntry>> watched = new CopyOnWriteArrayList<>();

  PlayedLedger(int rows) {
    this.rows = rows;
  }

  /** Every fiftieth row is watched; so many of these are still held by somebody. */
  long held() {
    System.gc();
    return watched.stream().filter(row -> row.get() != null).count();
  }

  void beforeRow(int row) {}

  private InvoiceEntry row(int number) {
    beforeRow(number);
    InvoiceEntry row =
        new InvoiceEntry(
            new InvoiceNumber("AB%08d".formatted(number)),
            AT,
            "0000",
            new OrderReference("A-" + number),
            "",
            TaxType.TAXABLE,
            TaxSplit.of(Money.of(105), Money.ZERO, Money.ZERO),
            Money.of(105),
            Optional.empty(),
            Optional.of(new Withdrawn(AT, "x".repeat(400))));
    if (number % 50 == 0) {
      watched.add(new WeakReference<>(row));
    }
    made.incrementAndGet();
    return row;
  }

  @Override
  public TermBooks open(MerchantId merchant, Term term) {
    return new TermBooks() {
      @Override
      public void invoices(Consumer<InvoiceEntry> each) {
        for (int i = 0; i < rows; i++) {
          each.accept(row(i));
        }
      }

      @Override
      public void allowances(Consumer<AllowanceEntry> each) {}

      @Override
      public Totals totals() {
        return new Totals(Totals.Sum.NONE, Totals.Sum.NONE, Totals.Sum.NONE, Totals.Sum.NONE);
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
