package ecpay.app.bookkeeping;

import ecpay.app.bookkeeping.Column.Figure;
import ecpay.domain.invoice.document.TaxSplit;
import ecpay.domain.money.Money;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of money, whole TWD; they add up to the last of them. */
final class Amounts {
  static final String NET = "應稅銷售額 Taxable net";
  static final String TAX = "營業稅額 Tax";
  static final String ZERO_RATED = "零稅率銷售額 Zero-rated";
  static final String EXEMPT = "免稅銷售額 Exempt";
  static final String SPECIAL_RATE = "特種稅率含稅額 Special rate";
  static final String TOTAL = "總計 Total";

  private Amounts() {}

  static <E> Stream<Column<E>> of(Function<E, TaxSplit> split, Function<E, Money> total) {
    return Stream.of(
        new Figure<>(NET, entry -> split.apply(entry).taxableNet().twd()),
        new Figure<>(TAX, entry -> split.apply(entry).tax().twd()),
        new Figure<>(ZERO_RATED, entry -> split.apply(entry).zeroRated().twd()),
        new Figure<>(EXEMPT, entry -> split.apply(entry).exempt().twd()),
        new Figure<>(SPECIAL_RATE, entry -> split.apply(entry).specialRate().twd()),
        new Figure<>(TOTAL, entry -> total.apply(entry).twd()));
  }
}
