package ecpay.domain.reconciliation.usecase;

import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.KnownPayment;
import ecpay.domain.reconciliation.Matching;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementBooks.Entry;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.ToldLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Some rows of a file, entered beside our books together with the fees that nobody disputes. */
final class EnteredRows {
  private final Report report;
  private final StatementBooks books;
  private final ToldNumbers completion;
  private final Matching matching;
  private final Instant now;
  private final boolean isWhole;

  EnteredRows(
      Report report, boolean isWhole, StatementBooks books, ToldNumbers completion, Instant now) {
    this.report = report;
    this.isWhole = isWhole;
    this.books = books;
    this.completion = completion;
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
    Set<String> numbers = lines.stream().map(StatementLine::tradeNo).collect(Collectors.toSet());
    Map<String, List<KnownPayment>> known = new HashMap<>(books.known(report.merchant(), numbers));
    ToldLines told = new ToldLines(books.told(report, numbers), isWhole);
    List<Entry> entries = new ArrayList<>();
    List<String> relieved = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (StatementLine line : lines) {
      List<KnownPayment> sameNumber = known.getOrDefault(line.tradeNo(), List.of());
      Optional<KnownPayment> chosen = Matching.choose(line, sameNumber);
      Optional<KnownPayment> ours =
          chosen.map(payment -> payment.as(completion.complete(payment.payment(), line)));
      Optional<PaymentId> payment = ours.map(one -> one.payment().id());
      ToldLine place = told.place(line, payment);
      String name = place.name();
      List<Difference> found =
          matching.compare(line, name, ours, told.booked(place, line, payment));
      differences.addAll(found);
      Entry entry = entry(name, line, ours, found);
      entries.add(entry);
      if (entry.feeBookedAt().isPresent()) {
        relieved.addAll(told.relieve(place, line, payment));
      }
      told.enter(place, line, payment, entry.feeBookedAt().flatMap(_ -> line.fee()));
      chosen.ifPresent(
          before -> known.put(line.tradeNo(), with(sameNumber, before, ours.orElseThrow())));
    }
    books.takeBackFees(report, relieved);
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
            .flatMap(KnownPayment::expectedFee);
    boolean isBooked =
        report.file().booksFees()
            && line.movedMoney()
            && line.fee().isPresent()
            && ours.map(known -> report.file().bills(known.payment())).orElse(true)
            && found.stream().noneMatch(Difference.FeeDiffers.class::isInstance);
    return new Entry(
        name,
        line,
        ours.map(payment -> payment.payment().id()),
        expected,
        isBooked ? Optional.of(now) : Optional.empty());
  }

  /** The next line of that number must know the numbers that this one told. */
  private static List<KnownPayment> with(
      List<KnownPayment> sameNumber, KnownPayment before, KnownPayment now) {
    return sameNumber.stream().map(known -> known.equals(before) ? now : known).toList();
  }
}
