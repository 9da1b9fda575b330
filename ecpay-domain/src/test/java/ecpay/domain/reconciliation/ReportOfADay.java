package ecpay.domain.reconciliation;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One paid order, and one report that compares its day with a file. */
abstract class ReportOfADay extends BooksContract {
  protected static final StatementFile FILE = StatementFile.QueryTradeMedia;
  protected static final LocalDate DAY = LocalDate.of(2026, 11, 21);
  protected final Report report =
      Report.request(new ReportId("REPORT1"), Samples.SHOP, FILE, Period.of(DAY), Samples.NOW);
  protected final Payment.Paid paid = new Payment.Paid(Samples.attempt(), Samples.tradeDetails());

  /** The report, being read for the first time. */
  protected final Report begun() {
    return inTransaction(() -> {
      books.reports().findOrAdd(report);
      Report reading = report.reading(Samples.NOW);
      books.reports().save(reading);
      return reading;
    });
  }

  /** The sample order, paid and in the books. */
  protected final Payment.Paid paidOrder() {
    placedOrder();
    holdingOrder(() -> {
      books.payments().add(Payment.begin(paid.attempt()));
      books.payments().save(paid);
    });
    return paid;
  }

  protected final void enter(Report to, Difference... found) {
    List<DifferenceId> ids =
        Stream.of(found)
            .map(one -> new DifferenceId("D" + to.run() + one.kind().name().replace("_", "")))
            .toList();
    books.transactions().run(() -> books.reports().enter(to, List.of(found), ids, Samples.NOW));
  }

  protected final void enter(Report to, Entry... entries) {
    books.transactions().run(() -> books.statementBooks().enter(to, List.of(entries)));
  }

  /** Those of the report. */
  protected final List<KeptDifference> differences() {
    return books.reports().differences(Samples.SHOP, report.id(), 0, 100);
  }

  /** What the books know of it when a file names it. */
  protected final KnownPayment known(Payment payment) {
    return books
        .statementBooks()
        .known(Samples.SHOP, Set.of(payment.tradeNo().value()))
        .getOrDefault(payment.tradeNo().value(), List.of())
        .getFirst();
  }

  /** Paid on the day, and not yet in the file. */
  protected final List<Payment.Paid> unseen(Optional<Payment.Paid> after) {
    return books
        .statementBooks()
        .unseen(Samples.SHOP, FILE, Period.of(DAY).begin(), Period.of(DAY).end(), after, 10);
  }

  protected final List<Payment.Paid> unseen(StatementFile file, Period period) {
    Instant from = period.begin();
    return books
        .statementBooks()
        .unseen(Samples.SHOP, file, from, period.end(), Optional.empty(), 10);
  }

  protected static Subject subject(Payment.Paid known) {
    return new Subject(
        known.tradeNo().value(), Optional.of(known.id()), Optional.of(known.order()), "");
  }

  protected static Entry entry(String name, StatementLine line, Optional<PaymentId> payment) {
    return new Entry(name, line, payment, Optional.empty(), Optional.empty());
  }

  protected final Report begun(String id, Period period) {
    Report requested = Report.request(new ReportId(id), Samples.SHOP, FILE, period, Samples.NOW);
    return inTransaction(() -> books.reports().findOrAdd(requested));
  }

  protected final Report reportOf(LocalDate day) {
    return begun("REPORT9", Period.of(day));
  }

  protected static Entry refundLine(Payment.Paid known, String name, long amount) {
    return entry(
        name, Statements.of(known.tradeNo().value(), amount).line(), Optional.of(known.id()));
  }
}
