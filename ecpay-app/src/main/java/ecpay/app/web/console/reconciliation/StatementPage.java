package ecpay.app.web.console.reconciliation;

import ecpay.app.reading.ApplyingCommand;
import ecpay.app.reading.Figures;
import ecpay.app.reading.Words;
import ecpay.domain.order.OrderId;
import ecpay.domain.reconciliation.Difference.Action;
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
 * @param problem why something could not be done just now; empty when nothing was tried
 * @param trouble why the file could not be read; empty when it could
 * @param sums what the file adds up to, each with its name
 * @param unreadable rows that could not be read, as far as they are kept
 */
public record StatementPage(
    String id,
    String title,
    String about,
    String state,
    String stage,
    String problem,
    String trouble,
    List<Sum> sums,
    List<String> unreadable,
    boolean isCut,
    List<Row> rows) {
  static final int SIZE = 500;

  public StatementPage {
    sums = List.copyOf(sums);
    unreadable = List.copyOf(unreadable);
    rows = List.copyOf(rows);
  }

  /** One sum with its name. */
  public record Sum(String name, String value) {}

  /**
   * One difference.
   *
   * @param state as the books call it; {@code stateName} for people
   * @param shown {@code there} in plain digits, to be sent back with the deed; empty for none
   * @param deed what the button says; empty when nothing is to be done any more
   * @param wantsNote whether a person must say what was found
   * @param command what gives a second payment back, for which the console has no button
   */
  public record Row(
      String id,
      String what,
      String state,
      String stateName,
      String tradeNo,
      String order,
      String here,
      String there,
      String shown,
      String advice,
      String deed,
      boolean wantsNote,
      String command,
      String note) {}

  static StatementPage of(Report report, List<KeptDifference> differences, String problem) {
    Report.Sums sums = report.sums();
    return new StatementPage(
        report.id().value(),
        report.file() + " of " + report.period(),
        StatementWords.about(report.file()),
        Words.state(report.stage()),
        StatementWords.of(report.stage()),
        problem,
        trouble(report.stage()),
        List.of(
            new Sum("Rows", Figures.of(sums.lines())),
            new Sum("Paid", Figures.twd(sums.paid())),
            new Sum("Given back", Figures.twd(sums.refunded())),
            new Sum("Fees", Figures.twd(sums.fees())),
            new Sum("Unreadable rows", Figures.of(sums.unreadable()))),
        sums.examples().stream().map(row -> "Row " + row.row() + ": " + row.reason()).toList(),
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
    Action action = kept.difference().action();
    boolean isOpen = kept.state() == KeptDifference.State.OPEN;
    return new Row(
        kept.id().value(),
        StatementWords.of(kept.difference()),
        Words.of(kept.state()),
        StatementWords.of(kept.state()),
        about.tradeNo(),
        about.order().map(OrderId::value).orElse(""),
        here(kept),
        there(kept),
        kept.difference().thereTwd().map(BigDecimal::toPlainString).orElse(""),
        isOpen ? action.advice() : "",
        isOpen ? StatementWords.deed(action) : "",
        action.isByHand(),
        isOpen && action == Action.REFUND_SECOND_PAYMENT ? ApplyingCommand.of(kept) : "",
        kept.note());
  }

  private static String here(KeptDifference kept) {
    return switch (kept.difference()) {
      case MissingHere _ -> "-";
      case MissingThere missing -> Figures.twd(missing.here());
      case AmountDiffers amount -> Figures.twd(amount.here());
      case FeeDiffers(Subject _, BigDecimal expected, BigDecimal _) -> Figures.twd(expected);
      case StatusDiffers status -> Figures.twd(status.here());
    };
  }

  private static String there(KeptDifference kept) {
    return switch (kept.difference()) {
      case MissingHere missing -> Figures.twd(missing.there());
      case MissingThere _ -> "-";
      case AmountDiffers amount -> Figures.twd(amount.there());
      case FeeDiffers(Subject _, BigDecimal _, BigDecimal billed) -> Figures.twd(billed);
      case StatusDiffers status -> Figures.twd(status.there());
    };
  }
}
