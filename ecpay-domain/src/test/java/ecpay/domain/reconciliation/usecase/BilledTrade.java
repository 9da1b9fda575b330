package ecpay.domain.reconciliation.usecase;

import ecpay.domain.Samples;
import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference;
import ecpay.domain.reconciliation.KeptDifference;
import ecpay.domain.reconciliation.Period;
import ecpay.domain.reconciliation.Report;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementFile;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.Statements;
import ecpay.domain.time.Taipei;
import ecpay.domain.world.Shop;
import ecpay.domain.world.StatementWorld;
import ecpay.domain.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A payment of 1,000 TWD with a fee of 25.50, and what the files of {@link #FILE} tell of it: those
 * that are fetched for a day, and those of the shop's own for a month.
 */
final class BilledTrade {
  static final LocalDate TODAY = Taipei.dateOf(Samples.NOW);
  static final Instant PAID_AT = Instant.parse("2026-11-21T04:07:33Z");
  static final StatementFile FILE = StatementFile.QueryTradeMedia;

  final Shop shop = Shop.paid(new World());
  private final StatementWorld statements = shop.world.statements;
  final Payment.Paid paid = withFee((Payment.Paid) shop.payment());
  final Statements.Making full =
      line(1000).withEcpayNo(paid.trade().ecpayTradeNo()).settledOn(TODAY);

  /** ECPay told a fee of 25.50 with the payment. */
  private Payment.Paid withFee(Payment.Paid free) {
    Payment.Paid charged = new Payment.Paid(free.attempt(), Samples.tradeDetails());
    holdingOrder(charged, () -> shop.world.books.payments().save(charged));
    return charged;
  }

  void holdingOrder(Payment payment, Runnable change) {
    shop.world
        .books
        .transactions()
        .run(() -> {
          shop.world.books.orders().lock(payment.merchant(), payment.order());
          change.run();
        });
  }

  Statements.Making line(long amount) {
    return Statements.of(paid.tradeNo().value(), amount);
  }

  Report fetched(StatementEntry... lines) {
    return fetchedOf(TODAY, lines);
  }

  Report fetchedOf(LocalDate day, StatementEntry... lines) {
    statements.tells(FILE, lines);
    Report report = statements.requestReport.request(Samples.SHOP, FILE, Period.of(day));
    shop.runUntil(shop.world.clock.instant().plus(Duration.ofMinutes(10)));
    return report;
  }

  Report own(StatementEntry... lines) {
    return ownUntil(TODAY, lines);
  }

  Report ownUntil(LocalDate last, StatementEntry... lines) {
    return ownOf(new Period(TODAY.withDayOfMonth(1), last), lines);
  }

  Report ownOf(Period period, StatementEntry... lines) {
    Report report = statements.requestReport.ofOwnFile(Samples.SHOP, FILE, period);
    statements.compareStatement.compare(
        Samples.SHOP, report.id(), StatementWorld.lines(List.of(lines), Optional.empty()), true);
    return report;
  }

  List<BigDecimal> fees() {
    return shop.world.books.statementBooks().fees(Samples.SHOP, paid.id()).stream()
        .map(fee -> fee.billed())
        .toList();
  }

  List<Difference> open(Report report) {
    return shop.world.books.reports().differences(Samples.SHOP, report.id(), 0, 9).stream()
        .filter(kept -> kept.state() == KeptDifference.State.OPEN)
        .map(KeptDifference::difference)
        .toList();
  }

  BigDecimal expected() {
    return Statements.of(paid).fee().orElseThrow();
  }

  StatementLine right() {
    return full.withFee(expected()).line(PAID_AT);
  }

  StatementLine wrongAmount() {
    return line(1100)
        .withEcpayNo(paid.trade().ecpayTradeNo())
        .settledOn(TODAY)
        .withFee(expected())
        .line(PAID_AT);
  }
}
