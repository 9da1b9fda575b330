package ecpay.domain.reconciliation;

import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: the reports and their differences. Lock a report before changing it or its differences. */
public interface Reports {

  /** Adds it unless there is one of that file and period; gives the one that is there then. */
  Report findOrAdd(Report report);

  Optional<Report> find(MerchantId merchant, ReportId id);

  /** The report, held until the transaction ends; empty when there is none. */
  Optional<Report> lock(MerchantId merchant, ReportId id);

  void save(Report report);

  /**
   * The newest first.
   *
   * @param before only those requested before that one; empty for the newest of all
   * @param most 1 to 1000
   */
  List<Report> newest(MerchantId merchant, Optional<ReportId> before, int most);

  /**
   * The days to be asked for, oldest first: from the first day on that any report is about, those
   * that no report is about, or only one of that day alone which still waits for its file, or one
   * that was compared before the day was over. Only the last day where there is no report so far.
   *
   * @param first the earliest day that counts
   * @param last the latest, included
   */
  List<LocalDate> open(MerchantId merchant, StatementFile file, LocalDate first, LocalDate last);

  /**
   * Enters differences, each under its kind, number and line. One that is there and open is
   * refreshed; one that was settled is open again. One that was applied is open again when its
   * amounts or its status are others, and when a later run still sees it although nobody had to do
   * it by hand: then the books do not have what was applied, or not any more (U-03).
   *
   * @param ids an unused id for each
   */
  void enter(Report report, List<Difference> differences, List<DifferenceId> ids, Instant now);

  /**
   * Settles the open ones that the present run has not seen, unless the books still have their line
   * from an earlier run of the report.
   */
  void settleUnseen(Report report, Instant now);

  /**
   * Settles what was missing there, payments and refunds, in any report, and has come with a file
   * of that kind since.
   */
  void settleArrived(MerchantId merchant, StatementFile file, Instant now);

  /** How many there are of each kind and state. */
  Map<Count, Long> counts(MerchantId merchant, ReportId report);

  /**
   * Its differences, the open ones first, then by id.
   *
   * @param skip how many are left out at the beginning, at least 0
   * @param most 1 to 1000
   */
  List<KeptDifference> differences(MerchantId merchant, ReportId report, int skip, int most);

  Optional<KeptDifference> findDifference(MerchantId merchant, DifferenceId id);

  void save(MerchantId merchant, KeptDifference difference);

  /** What is counted. */
  record Count(Difference.Kind kind, KeptDifference.State state) {}
}
