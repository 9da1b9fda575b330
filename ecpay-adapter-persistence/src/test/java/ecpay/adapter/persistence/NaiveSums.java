package ecpay.adapter.persistence;

import ecpay.domain.bookkeeping.AllowanceEntry;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Totals;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.money.Money;
import java.util.List;

/** The sums of the books, taken row by row. */
final class NaiveSums {
  private NaiveSums() {}

  static Totals.Sum invoices(List<InvoiceEntry> entries, boolean gone) {
    return entries.stream()
        .filter(entry -> entry.voided().isPresent() == gone)
        .map(entry -> of(entry.split(), entry.total()))
        .reduce(Totals.Sum.NONE, NaiveSums::plus);
  }

  static Totals.Sum allowances(List<AllowanceEntry> entries, boolean gone) {
    return entries.stream()
        .filter(entry -> entry.voided().isPresent() == gone)
        .map(entry -> of(entry.split(), entry.total()))
        .reduce(Totals.Sum.NONE, NaiveSums::plus);
  }

  private static Totals.Sum of(TaxSplit split, Money total) {
    return new Totals.Sum(
        1,
        split.taxableNet().twd(),
        split.tax().twd(),
        split.zeroRated().twd(),
        split.exempt().twd(),
        split.specialRate().twd(),
        total.twd());
  }

  private static Totals.Sum plus(Totals.Sum one, Totals.Sum other) {
    return new Totals.Sum(
        one.count() + other.count(),
        one.taxableNet() + other.taxableNet(),
        one.tax() + other.tax(),
        one.zeroRated() + other.zeroRated(),
        one.exempt() + other.exempt(),
        one.specialRate() + other.specialRate(),
        one.total() + other.total());
  }
}
