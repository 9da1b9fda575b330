package ecpay.app.web.console;

import ecpay.app.reading.Words;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports.Count;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The newest comparisons with statement files. */
public record StatementsPage(String merchant, List<Row> rows) {
  static final int SIZE = 50;

  public StatementsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One comparison.
   *
   * @param open how many differences nobody has done anything about
   */
  public record Row(String id, String file, String period, String stage, long lines, long open) {}

  static StatementsPage of(
      MerchantId merchant, List<Report> reports, Function<ReportId, Map<Count, Long>> counts) {
    return new StatementsPage(
        merchant.value(),
        reports.stream().map(report -> row(report, counts.apply(report.id()))).toList());
  }

  private static Row row(Report report, Map<Count, Long> counts) {
    long open =
        counts.entrySet().stream()
            .filter(count -> count.getKey().state() == State.OPEN)
            .mapToLong(Map.Entry::getValue)
            .sum();
    return new Row(
        report.id().value(),
        report.file().name(),
        report.period().toString(),
        Words.state(report.stage()),
        report.sums().lines(),
        open);
  }
}
