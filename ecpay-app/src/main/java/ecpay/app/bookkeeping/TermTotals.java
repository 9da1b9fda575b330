package ecpay.app.bookkeeping;

import ecpay.app.bookkeeping.Column.Figure;
import ecpay.app.bookkeeping.Column.Text;
import ecpay.domain.bookkeeping.Totals;
import ecpay.domain.bookkeeping.Totals.Sum;
import java.util.List;

/** A line per kind of document, a column per kind of tax. */
final class TermTotals {
  static final List<Column<Line>> COLUMNS =
      List.of(
          new Text<>("文件 Document", Line::document),
          new Figure<>("件數 Count", line -> line.sum().count()),
          new Figure<>(Amounts.NET, line -> line.sum().taxableNet()),
          new Figure<>(Amounts.TAX, line -> line.sum().tax()),
          new Figure<>(Amounts.ZERO_RATED, line -> line.sum().zeroRated()),
          new Figure<>(Amounts.EXEMPT, line -> line.sum().exempt()),
          new Figure<>(Amounts.SPECIAL_RATE, line -> line.sum().specialRate()),
          new Figure<>(Amounts.TOTAL, line -> line.sum().total()));

  record Line(String document, Sum sum) {}

  private TermTotals() {}

  static List<Line> lines(Totals totals) {
    return List.of(
        new Line("發票 invoices", totals.invoices()),
        new Line("作廢發票 void invoices", totals.voidInvoices()),
        new Line("折讓 allowances", totals.allowances()),
        new Line("作廢折讓 void allowances", totals.voidAllowances()));
  }
}
