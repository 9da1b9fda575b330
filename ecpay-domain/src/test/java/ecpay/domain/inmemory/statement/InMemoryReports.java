package ecpay.domain.inmemory.statement;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.DifferenceId;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.Report.Stage;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.Reports;
import ecpay.domain.reconciliation.StatementFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

public final class InMemoryReports implements Reports {
  private final Table<ReportId, Report> reports;
  private final Table<DifferenceId, KeptDifference> differences;
  private final Tables tables;
  private final InMemoryStatementBooks books;

  public InMemoryReports(Tables tables, InMemoryStatementBooks books) {
    this.tables = tables;
    this.books = books;
    this.reports =
        tables.table(
            List.of(
                report -> Optional.of(List.of(report.merchant(), report.file(), report.period()))));
    this.differences =
        tables.table(
            List.of(kept ->
                Optional.of(
                    List.of(
                        kept.report(),
                        kept.difference().kind(),
                        kept.difference().about().tradeNo(),
                        kept.difference().about().line()))));
  }

  @Override
  public Report findOrAdd(Report report) {
    return reports.addNew(report.id(), report)
        ? report
        : reports
            .findFirst(other ->
                other.merchant().equals(report.merchant())
                    && other.file() == report.file()
                    && other.period().equals(report.period()))
            .orElseThrow();
  }

  @Override
  public Optional<Report> find(MerchantId merchant, ReportId id) {
    return reports.find(id).filter(report -> report.merchant().equals(merchant));
  }

  @Override
  public Optional<Report> lock(MerchantId merchant, ReportId id) {
    tables.demandTransaction();
    return find(merchant, id);
  }

  @Override
  public void save(Report report) {
    reports.replace(report.id(), report);
  }

  @Override
  public List<Report> newest(MerchantId merchant, Optional<ReportId> before, int most) {
    return reports.where(report -> report.merchant().equals(merchant)).stream()
        .filter(
            report -> before.map(id -> report.id().value().compareTo(id.value()) < 0).orElse(true))
        .sorted(Comparator.comparing((Report report) -> report.id().value()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<LocalDate> open(
      MerchantId merchant, StatementFile file, LocalDate first, LocalDate last) {
    List<Report> known =
        reports.where(report -> report.merchant().equals(merchant) && report.file() == file);
    LocalDate begin =
        known.stream()
            .map(report -> report.period().first())
            .min(Comparator.naturalOrder())
            .filter(day -> day.isBefore(last))
            .orElse(last);
    return (begin.isAfter(first) ? begin : first)
        .datesUntil(last.plusDays(1))
        .filter(day -> known.stream().noneMatch(report -> isDone(report, day)))
        .toList();
  }

  private static boolean isDone(Report report, LocalDate day) {
    Period period = report.period();
    return switch (report.stage()) {
      case Stage.Requested _, Stage.Reading _ when period.equals(Period.of(day)) -> false;
      case Stage.Compared(Instant at) when at.isBefore(Period.of(day).end()) -> false;
      case Stage.Requested _, Stage.Reading _, Stage.Compared _, Stage.GivenUp _ ->
          !day.isBefore(period.first()) && !day.isAfter(period.last());
    };
  }

  @Override
  public void enter(Report report, List<Difference> found, List<DifferenceId> ids, Instant now) {
    for (int i = 0; i < found.size(); i++) {
      Difference difference = found.get(i);
      KeptDifference fresh =
          new KeptDifference(
              ids.get(i),
              report.id(),
              difference,
              report.run(),
              State.OPEN,
              "",
              now,
              Optional.empty());
      if (!differences.addNew(fresh.id(), fresh)) {
        KeptDifference known =
            differences
                .findFirst(other ->
                    other.report().equals(report.id())
                        && other.difference().kind() == difference.kind()
                        && other.difference().about().tradeNo().equals(difference.about().tradeNo())
                        && other.difference().about().line().equals(difference.about().line()))
                .orElseThrow();
        boolean opens =
            known.state() == State.SETTLED
                || (known.state() == State.APPLIED
                    && (wasInVain(known, report) || !isSame(known.difference(), difference)));
        differences.replace(
            known.id(),
            new KeptDifference(
                known.id(),
                known.report(),
                difference,
                report.run(),
                opens ? State.OPEN : known.state(),
                known.note(),
                known.foundAt(),
                opens ? Optional.empty() : known.endedAt()));
      }
    }
  }

  private static boolean isSame(Difference one, Difference other) {
    return isSame(one.hereTwd(), other.hereTwd())
        && isSame(one.thereTwd(), other.thereTwd())
        && statusOf(one).equals(statusOf(other));
  }

  private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.map(BigDecimal::stripTrailingZeros)
        .equals(other.map(BigDecimal::stripTrailingZeros));
  }

  private static Optional<Difference.Status> statusOf(Difference difference) {
    return difference instanceof Difference.StatusDiffers differs
        ? Optional.of(differs.status())
        : Optional.empty();
  }

  private static boolean wasInVain(KeptDifference known, Report report) {
    return !known.difference().action().isByHand() && known.run() < report.run();
  }

  @Override
  public void settleUnseen(Report report, Instant now) {
    settle(
        differences.where(kept ->
            kept.report().equals(report.id())
                && kept.run() < report.run()
                && !books.isLeft(report, kept.difference().about().line())),
        now);
  }

  @Override
  public void settleArrived(MerchantId merchant, StatementFile file, Instant now) {
    settle(
        differences.where(kept ->
            kept.difference() instanceof Difference.MissingThere missing
                && hasArrived(reports.find(kept.report()).orElseThrow(), missing, file)),
        now);
  }

  private boolean hasArrived(Report report, Difference.MissingThere missing, StatementFile file) {
    return report.file() == file
        && missing
            .about()
            .payment()
            .filter(payment ->
                missing.about().line().isEmpty()
                    ? books.hasArrived(report.merchant(), file, payment)
                    : !isUntold(report, payment))
            .isPresent();
  }

  private boolean isUntold(Report report, PaymentId payment) {
    return books
        .untoldRefunds(
            report.merchant(),
            report.file(),
            Instant.EPOCH,
            report.due().end(),
            Optional.empty(),
            Integer.MAX_VALUE)
        .stream()
        .anyMatch(untold -> untold.payment().id().equals(payment));
  }

  private void settle(List<KeptDifference> gone, Instant now) {
    gone.stream()
        .filter(kept -> kept.state() == State.OPEN)
        .forEach(kept -> differences.replace(kept.id(), kept.settled(now)));
  }

  @Override
  public Map<Count, Long> counts(MerchantId merchant, ReportId report) {
    return of(report)
        .collect(
            Collectors.groupingBy(
                kept -> new Count(kept.difference().kind(), kept.state()), Collectors.counting()));
  }

  @Override
  public List<KeptDifference> differences(
      MerchantId merchant, ReportId report, int skip, int most) {
    return of(report)
        .sorted(
            Comparator.comparing((KeptDifference kept) -> kept.state() != State.OPEN)
                .thenComparing(kept -> kept.id().value()))
        .skip(skip)
        .limit(most)
        .toList();
  }

  private java.util.stream.Stream<KeptDifference> of(ReportId report) {
    return differences.where(kept -> kept.report().equals(report)).stream();
  }

  @Override
  public Optional<KeptDifference> findDifference(MerchantId merchant, DifferenceId id) {
    return differences.find(id).filter(kept -> find(merchant, kept.report()).isPresent());
  }

  @Override
  public void save(MerchantId merchant, KeptDifference difference) {
    differences.replace(difference.id(), difference);
  }
}
