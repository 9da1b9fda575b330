package ecpay.domain.inmemory.statement;

import ecpay.domain.inmemory.sale.InMemoryPayments;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.Order;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.reconciliation.KnownPayment;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementBooks;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.ToldLine;
import ecpay.domain.refund.Refunds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryStatementBooks implements StatementBooks {
  private final Table<Key, KeptLine> table;
  private final Orders orders;
  private final InMemoryPayments payments;
  private final MoneyBack back;

  public InMemoryStatementBooks(
      Tables tables, Orders orders, InMemoryPayments payments, Refunds refunds) {
    this.orders = orders;
    this.payments = payments;
    this.back = new MoneyBack(refunds);
    this.table = tables.table(List.of());
  }

  @Override
  public Map<String, List<KnownPayment>> known(MerchantId merchant, Collection<String> tradeNos) {
    return payments.ofShop(merchant).stream()
        .filter(payment -> tradeNos.contains(payment.tradeNo().value()))
        .map(this::known)
        .collect(Collectors.groupingBy(known -> known.payment().tradeNo().value()));
  }

  private KnownPayment known(Payment payment) {
    Order order = orders.find(payment.merchant(), payment.order()).orElseThrow();
    return new KnownPayment(
        payment, order.isPaidByAnotherThan(payment.tradeNo()), back.of(payment));
  }

  @Override
  public Map<String, List<ToldLine>> told(Report report, Collection<String> tradeNos) {
    return table
        .where(kept ->
            kept.report().merchant().equals(report.merchant())
                && kept.report().file() == report.file()
                && tradeNos.contains(kept.entry().line().tradeNo()))
        .stream()
        .sorted(
            Comparator.comparing((KeptLine kept) -> kept.booked().isEmpty())
                .thenComparing(kept -> kept.entry().name()))
        .collect(
            Collectors.groupingBy(
                kept -> kept.entry().line().tradeNo(),
                Collectors.mapping(kept -> told(kept, report), Collectors.toList())));
  }

  private ToldLine told(KeptLine kept, Report report) {
    return new ToldLine(
        kept.entry().name(),
        kept.identity(),
        kept.entry().payment(),
        kept.booked(),
        (kept.report().id().equals(report.id()) && kept.report().run() == report.run())
            || (kept.entry().line().isRefund() && isOfOtherDays(kept.report(), report)),
        isEarlier(kept, report));
  }

  private static boolean isOfOtherDays(Report one, Report other) {
    return one.period().last().isBefore(other.period().first())
        || one.period().first().isAfter(other.period().last());
  }

  @Override
  public void enter(Report report, List<Entry> entries) {
    for (Entry entry : entries) {
      Key key = new Key(report.merchant(), report.file(), entry.name());
      Optional<BigDecimal> fee = entry.feeBookedAt().flatMap(_ -> entry.line().fee());
      if (!table.addNew(
          key,
          new KeptLine(
              report, entry, entry.line().identity(), fee, entry.feeBookedAt(), Map.of()))) {
        KeptLine known = table.find(key).orElseThrow();
        table.replace(
            key,
            new KeptLine(
                report,
                entry,
                known.identity(),
                known.booked().or(() -> fee),
                known.bookedAt().or(entry::feeBookedAt),
                known.reports()));
      }
    }
  }

  @Override
  public void takeBackFees(Report report, Collection<String> lines) {
    for (String line : lines) {
      Key key = new Key(report.merchant(), report.file(), line);
      table
          .find(key)
          .filter(kept -> isEarlier(kept, report))
          .ifPresent(kept -> table.replace(key, kept.withFee(Optional.empty(), Optional.empty())));
    }
  }

  @Override
  public void removeUnseen(Report report) {
    for (KeptLine kept : table.where(kept -> kept.wasToldBefore(report))) {
      Key key = new Key(report.merchant(), report.file(), kept.entry().name());
      tellersOfOtherDays(kept, report)
          .max(Comparator.comparing(other -> other.id().value()))
          .ifPresentOrElse(
              other -> table.replace(key, kept.leftTo(other, report)), () -> table.remove(key));
    }
  }

  /** Whether an earlier run of the report told of that line, and the present one has not. */
  boolean isLeft(Report report, String line) {
    return table
        .find(new Key(report.merchant(), report.file(), line))
        .filter(kept -> isEarlier(kept, report))
        .isPresent();
  }

  private static boolean isEarlier(KeptLine kept, Report report) {
    return kept.wasToldBefore(report) && tellersOfOtherDays(kept, report).findAny().isEmpty();
  }

  private static Stream<Report> tellersOfOtherDays(KeptLine kept, Report report) {
    return kept.reports().values().stream().filter(other -> isOfOtherDays(other, report));
  }

  @Override
  public boolean bookFee(
      MerchantId merchant, StatementFile file, String line, BigDecimal billed, Instant now) {
    Key key = new Key(merchant, file, line);
    Optional<KeptLine> billing =
        table.find(key).filter(known -> isSame(known.entry().line().fee(), billed));
    billing
        .filter(known -> !isSame(known.booked(), billed))
        .ifPresent(known ->
            table.replace(key, known.withFee(known.entry().line().fee(), Optional.of(now))));
    return billing.isPresent();
  }

  private static boolean isSame(Optional<BigDecimal> fee, BigDecimal billed) {
    return fee.filter(one -> one.compareTo(billed) == 0).isPresent();
  }

  @Override
  public boolean hasArrived(MerchantId merchant, StatementFile file, PaymentId payment) {
    return ofPayment(merchant, file, payment).stream()
        .map(kept -> kept.entry().line())
        .anyMatch(line -> line.movedMoney() && !line.isRefund());
  }

  @Override
  public List<Payment.Paid> unseen(
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<Payment.Paid> after,
      int most) {
    Comparator<Payment.Paid> order =
        Comparator.comparing(Payment.Paid::paidAt).thenComparing(paid -> paid.id().value());
    return payments.ofShop(merchant).stream()
        .filter(Payment.Paid.class::isInstance)
        .map(Payment.Paid.class::cast)
        .filter(file::covers)
        .filter(paid -> !paid.paidAt().isBefore(from) && paid.paidAt().isBefore(to))
        .filter(paid -> !hasArrived(merchant, file, paid.id()))
        .filter(paid -> !file.isOfSettlement() || !back.isRelease(paid))
        .filter(paid -> after.map(last -> order.compare(last, paid) < 0).orElse(true))
        .sorted(order)
        .limit(most)
        .toList();
  }

  @Override
  public List<UntoldRefund> untoldRefunds(
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<UntoldRefund> after,
      int most) {
    return payments.ofShop(merchant).stream()
        .filter(Payment.Paid.class::isInstance)
        .map(Payment.Paid.class::cast)
        .filter(file::covers)
        .filter(paid -> back.reachedCard(paid, from, to))
        .flatMap(paid -> untold(file, paid, to).stream())
        .filter(untold -> after.map(last -> isBehind(last, untold)).orElse(true))
        .sorted(Comparator.comparing(untold -> untold.payment().id().value()))
        .limit(most)
        .toList();
  }

  private static boolean isBehind(UntoldRefund last, UntoldRefund next) {
    return last.payment().id().value().compareTo(next.payment().id().value()) < 0;
  }

  private Optional<UntoldRefund> untold(StatementFile file, Payment.Paid paid, Instant to) {
    long here = back.toCard(paid, to);
    long there = toldRefunds(file, paid);
    return here > there
        ? Optional.of(new UntoldRefund(paid, Money.of(here - there)))
        : Optional.empty();
  }

  @Override
  public List<ToldRefunds> overtoldRefunds(Report report, Optional<ToldRefunds> after, int most) {
    return payments.ofShop(report.merchant()).stream()
        .filter(payment -> tellsRefund(report, payment))
        .map(payment ->
            new ToldRefunds(
                payment,
                Money.of(back.toCard(payment, Instant.MAX)),
                Money.of(toldRefunds(report.file(), payment))))
        .filter(refunds -> refunds.there().compareTo(refunds.here()) > 0)
        .filter(refunds -> after.map(last -> idOf(last).compareTo(idOf(refunds)) < 0).orElse(true))
        .sorted(Comparator.comparing(InMemoryStatementBooks::idOf))
        .limit(most)
        .toList();
  }

  private static String idOf(ToldRefunds refunds) {
    return refunds.payment().id().value();
  }

  private boolean tellsRefund(Report report, Payment payment) {
    return ofPayment(report.merchant(), report.file(), payment.id()).stream()
        .anyMatch(kept -> kept.report().id().equals(report.id()) && kept.entry().line().isRefund());
  }

  private long toldRefunds(StatementFile file, Payment payment) {
    return ofPayment(payment.merchant(), file, payment.id()).stream()
        .map(kept -> kept.entry().line())
        .filter(StatementLine::isRefund)
        .mapToLong(line -> -line.amount())
        .sum();
  }

  @Override
  public List<BookedFee> fees(MerchantId merchant, PaymentId payment) {
    return table
        .where(kept ->
            kept.bookedAt().isPresent()
                && kept.entry().payment().filter(payment::equals).isPresent())
        .stream()
        .map(kept ->
            new BookedFee(
                kept.report().file(),
                kept.entry().name(),
                kept.entry().line().amount(),
                kept.entry().expectedFee(),
                kept.booked().orElseThrow(),
                kept.bookedAt().orElseThrow()))
        .toList();
  }

  private List<KeptLine> ofPayment(MerchantId merchant, StatementFile file, PaymentId payment) {
    return table.where(kept ->
        kept.report().merchant().equals(merchant)
            && kept.report().file() == file
            && kept.entry().payment().filter(payment::equals).isPresent());
  }

  private record Key(MerchantId merchant, StatementFile file, String name) {}
}
