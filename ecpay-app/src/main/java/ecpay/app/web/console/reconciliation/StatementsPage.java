package ecpay.app.web.console.reconciliation;

import ecpay.app.reading.Figures;
import ecpay.app.reading.Words;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports.Count;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Comparisons with statement files, the newest first.
 *
 * @param older where the next ones begin; empty when these are all
 */
public record StatementsPage(String merchant, List<Row> rows, String older) {
  static final int SIZE = 50;

  public StatementsPage {
    rows = List.copyOf(rows);
  }

  /**
   * One comparison.
   *
   * @param state as the books call it; {@code stage} for people
   * @param open how many differences nobody has done anything about
   * @param unreadable how many rows could not be read
   */
  public record Row(
      String id,
      String file,
      String about,
      String period,
      String state,
      String stage,
      String lines,
      String open,
      String unreadable) {}

  static StatementsPage of(
      MerchantId merchant, List<Report> reports, Function<ReportId, Map<Count, Long>> counts) {
    return new StatementsPage(
        merchant.value(),
        reports.stream().map(report -> row(report, counts.apply(report.id()))).toList(),
        reports.size() < SIZE ? "" : reports.getLast().id().value());
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
        StatementWords.about(report.file()),
        report.period().toString(),
        Words.state(report.stage()),
        StatementWords.of(report.stage()),
        Figures.of(report.sums().lines()),
        Figures.of(open),
        Figures.of(report.sums().unreadable()));
  }
}
