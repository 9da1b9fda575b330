package ecpay.app.web.console;

import ecpay.app.reading.Words;
import ecpay.domain.order.OrderId;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Report.Stage;
import java.math.BigDecimal;
import java.util.List;

/**
 * One comparison with a statement file: its sums, and the first differences, the open ones first.
 *
 * @param trouble why the file could not be read; empty when it could
 */
public record StatementPage(
    String id,
    String title,
    String stage,
    String trouble,
    String sums,
    boolean isCut,
    List<Row> rows) {
  static final int SIZE = 500;

  public StatementPage {
    rows = List.copyOf(rows);
  }

  /**
   * One difference.
   *
   * @param command what does what is suggested
   */
  public record Row(
      String kind,
      String state,
      String tradeNo,
      String order,
      String here,
      String there,
      String advice,
      String command,
      String note) {}

  static StatementPage of(Report report, List<KeptDifference> differences) {
    Report.Sums sums = report.sums();
    return new StatementPage(
        report.id().value(),
        report.file() + " of " + report.period(),
        Words.state(report.stage()),
        trouble(report.stage()),
        "%d lines · paid %d · given back %d · fees %s · unreadable %d"
            .formatted(
                sums.lines(),
                sums.paid(),
                sums.refunded(),
                sums.fees().toPlainString(),
                sums.unreadable()),
        differences.size() == SIZE,
        differences.stream().map(StatementPage::row).toList());
  }

  private static String trouble(Stage stage) {
    return switch (stage) {
      case Stage.Requested(var _, String trouble) -> trouble;
      case Stage.GivenUp(var _, String reason) -> reason;
      case Stage.Reading _, Stage.Compared _ -> "";
    };
  }

  private static Row row(KeptDifference kept) {
    Subject about = kept.difference().about();
    boolean isOpen = kept.state() == KeptDifference.State.OPEN;
    String note = kept.difference().action().isByHand() ? " --note TEXT" : "";
    return new Row(
        Words.of(kept.difference().kind()),
        Words.of(kept.state()),
        about.tradeNo(),
        about.order().map(OrderId::value).orElse(""),
        here(kept),
        there(kept),
        kept.difference().action().advice(),
        isOpen ? "./ecpay reconcile apply " + kept.id() + note : "",
        kept.note());
  }

  private static String here(KeptDifference kept) {
    return switch (kept.difference()) {
      case MissingHere _ -> "";
      case MissingThere missing -> Long.toString(missing.here());
      case AmountDiffers amount -> Long.toString(amount.here());
      case FeeDiffers(Subject _, BigDecimal expected, BigDecimal _) -> expected.toPlainString();
      case StatusDiffers status -> Long.toString(status.here());
    };
  }

  private static String there(KeptDifference kept) {
    return switch (kept.difference()) {
      case MissingHere missing -> Long.toString(missing.there());
      case MissingThere _ -> "";
      case AmountDiffers amount -> Long.toString(amount.there());
      case FeeDiffers(Subject _, BigDecimal _, BigDecimal billed) -> billed.toPlainString();
      case StatusDiffers status -> status.there() + " " + Words.of(status.status());
    };
  }
}
