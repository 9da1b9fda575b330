package ecpay.domain.reconciliation.usecase;

import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.KnownPayment;
import ecpay.domain.reconciliation.Matching;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Some rows of a file, entered beside our books together with the fees that nobody disputes. */
final class EnteredRows {
  private final Report report;
  private final StatementBooks books;
  private final ToldNumbers numbers;
  private final Matching matching;
  private final Instant now;

  EnteredRows(Report report, StatementBooks books, ToldNumbers numbers, Instant now) {
    this.report = report;
    this.books = books;
    this.numbers = numbers;
    this.matching = new Matching(report.file());
    this.now = now;
  }

  /** Enters the readable ones; gives where they and our books differ. */
  List<Difference> enter(List<StatementEntry> rows) {
    List<StatementLine> lines =
        rows.stream()
            .filter(StatementLine.class::isInstance)
            .map(StatementLine.class::cast)
            .toList();
    Map<String, List<KnownPayment>> known =
        new HashMap<>(
            books.known(
                report.merchant(),
                report.file(),
                lines.stream().map(StatementLine::tradeNo).collect(Collectors.toSet())));
    Map<String, Integer> entered =
        new HashMap<>(
            books.entered(
                report, lines.stream().map(StatementLine::identity).collect(Collectors.toSet())));
    List<Entry> entries = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (StatementLine line : lines) {
      String name = line.identity() + "#" + entered.merge(line.identity(), 1, Integer::sum);
      List<KnownPayment> sameNumber = known.getOrDefault(line.tradeNo(), List.of());
      Optional<KnownPayment> chosen = Matching.choose(line, sameNumber);
      Optional<KnownPayment> ours =
          chosen.map(payment -> payment.as(numbers.complete(payment.payment(), line)));
      List<Difference> found = matching.compare(line, name, ours);
      differences.addAll(found);
      entries.add(entry(name, line, ours, found));
      chosen.ifPresent(before ->
          known.put(line.tradeNo(), with(sameNumber, before, ours.orElseThrow(), name, line)));
    }
    books.enter(report, entries);
    return differences;
  }

  private Entry entry(
      String name, StatementLine line, Optional<KnownPayment> ours, List<Difference> found) {
    Optional<BigDecimal> expected =
        ours.map(KnownPayment::payment)
            .filter(_ -> !line.isRefund())
            .filter(Payment.Paid.class::isInstance)
            .map(Payment.Paid.class::cast)
            .map(KnownPayment::expectedFee);
    boolean isBooked =
        report.file().booksFees()
            && line.movedMoney()
            && line.fee().isPresent()
            && ours.map(this::isBilledHere).orElse(true)
            && found.stream().noneMatch(Difference.FeeDiffers.class::isInstance);
    return new Entry(
        name,
        line,
        ours.map(payment -> payment.payment().id()),
        expected,
        isBooked ? Optional.of(now) : Optional.empty());
  }

  /** Two files may tell of it, and one of them bills it (U-03). */
  private boolean isBilledHere(KnownPayment known) {
    return !(known.payment() instanceof Payment.Paid paid) || report.file().covers(paid);
  }

  /** The next line of that number must know what this one told: a refund, or numbers. */
  private static List<KnownPayment> with(
      List<KnownPayment> sameNumber,
      KnownPayment before,
      KnownPayment now,
      String name,
      StatementLine line) {
    KnownPayment more = line.isRefund() ? now.withRefund(name, -line.amount()) : now;
    return sameNumber.stream().map(known -> known.equals(before) ? more : known).toList();
  }
}
