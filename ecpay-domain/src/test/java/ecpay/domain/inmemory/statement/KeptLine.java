package ecpay.domain.inmemory.statement;

import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.ReportId;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a file as it is kept.
 *
 * @param report that told of it last, as it was then
 * @param before the others that told of it, each as it was when it last did
 */
record KeptLine(
    Report report,
    Entry entry,
    String identity,
    Optional<BigDecimal> booked,
    Optional<Instant> bookedAt,
    Map<ReportId, Report> before) {

  /** All that told of it. */
  Map<ReportId, Report> reports() {
    Map<ReportId, Report> all = new HashMap<>(before);
    all.put(report.id(), report);
    return Map.copyOf(all);
  }

  KeptLine withFee(Optional<BigDecimal> fee, Optional<Instant> at) {
    return new KeptLine(report, entry, identity, fee, at, before);
  }
}
