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
    return all;
  }

  /** Whether an earlier run of the report told of it, and the present one has not. */
  boolean wasToldBefore(Report present) {
    Report told = reports().get(present.id());
    return told != null && told.run() < present.run();
  }

  /** As it is when one report tells of it no more, and another still does. */
  KeptLine leftTo(Report teller, Report silent) {
    Map<ReportId, Report> others = reports();
    others.remove(silent.id());
    Report owner = report.id().equals(silent.id()) ? teller : report;
    others.remove(owner.id());
    return new KeptLine(owner, entry, identity, booked, bookedAt, Map.copyOf(others));
  }

  KeptLine withFee(Optional<BigDecimal> fee, Optional<Instant> at) {
    return new KeptLine(report, entry, identity, fee, at, before);
  }
}
