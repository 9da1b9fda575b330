package ecpay.domain.reconciliation.usecase;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.usecase.ApplyDifference.Result;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A shop whose one order was paid today, and what it does with files about that day. */
abstract class ComparingShop {
  static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  static final StatementFile FILE = StatementFile.QueryTradeMedia;
  final Shop shop = Shop.paid(new World());
  final StatementWorld statements = shop.world.statements;
  final Payment.Paid paid = (Payment.Paid) shop.payment();

  /** Asks for the comparison of today, which runs by itself. */
  final Report request() {
    return statements.requestReport.request(Samples.SHOP, FILE, Period.of(TODAY));
  }

  /** As it is now. */
  final Report find(Report report) {
    return shop.world.books.reports().find(Samples.SHOP, report.id()).orElseThrow();
  }

  final List<KeptDifference> differences(Report report) {
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 100);
  }

  final Result apply(KeptDifference difference, String note) {
    return statements.applyDifference.apply(Samples.SHOP, difference.id(), note, Optional.empty());
  }

  /** What was booked for the payment. */
  final List<BigDecimal> fees() {
    return shop.world.books.statementBooks().fees(Samples.SHOP, paid.id()).stream()
        .map(fee -> fee.billed())
        .toList();
  }

  /** Reads a file of those rows to its end. */
  final void compare(Report report, List<StatementEntry> rows) {
    statements.compareStatement.compare(
        Samples.SHOP, report.id(), StatementWorld.lines(rows, Optional.empty()), true);
  }
}
