package ecpay.domain.reconciliation;

import ecpay.domain.payment.Payment;
import ecpay.domain.reconciliation.Difference.AmountDiffers;
import ecpay.domain.reconciliation.Difference.FeeDiffers;
import ecpay.domain.reconciliation.Difference.MissingHere;
import ecpay.domain.reconciliation.Difference.MissingThere;
import ecpay.domain.reconciliation.Difference.Status;
import ecpay.domain.reconciliation.Difference.StatusDiffers;
import ecpay.domain.reconciliation.Difference.Subject;
import ecpay.domain.reconciliation.StatementBooks.ToldRefunds;
import ecpay.domain.reconciliation.StatementBooks.UntoldRefund;
import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The comparison itself: one line of a file beside what our books know of it. */
public final class Matching {
  /** Longer than a capture by hand may be delayed (R-CAP-07), nothing follows. */
  private static final int DAYS_THAT_MAY_FOLLOW = 21;

  /**
   * A contract is looked at a day after each turn, so that a charge is counted a day after it was
   * made; later when we were out of order.
   */
  private static final int DAYS_UNTIL_COUNTED = 7;

  private static final int DAYS_UNTIL_SETTLED = 2;

  private final StatementFile file;

  public Matching(StatementFile file) {
    this.file = file;
  }

  /**
   * The payment that a line is about, among all of its order number: a periodic contract has many,
   * and perhaps more than our books know. A number that both sides have decides; where there is
   * none, the nearest day, for of a later charge ECPay may have told the count only (R-PAY-17).
   */
  public static Optional<KnownPayment> choose(StatementLine line, List<KnownPayment> sameNumber) {
    return sameNumber.stream()
        .filter(known -> numbersOf(known, line).stream().anyMatch(Numbers::areEqual))
        .findFirst()
        .or(() ->
            sameNumber.stream()
                .filter(known -> numbersOf(known, line).isEmpty())
                .filter(known -> isFirst(known) || isOfItsDays(known, line))
                .min(
                    Comparator.comparingLong(
                            (KnownPayment known) -> Math.abs(daysBefore(known, line)))
                        .thenComparingInt(known -> known.payment().attempt().charge())));
  }

  private static boolean isFirst(KnownPayment known) {
    return known.payment().attempt().charge() == 1;
  }

  private static boolean isOfItsDays(KnownPayment known, StatementLine line) {
    return line.movedMoney()
        && !line.isRefund()
        && dayOf(line).isPresent()
        && daysBefore(known, line) <= DAYS_UNTIL_COUNTED
        && daysBefore(known, line) >= -DAYS_UNTIL_SETTLED;
  }

  /** How long before the day of the payment the day of the line is; 0 when the line has none. */
  private static long daysBefore(KnownPayment known, StatementLine line) {
    return dayOf(line).map(day -> ChronoUnit.DAYS.between(day, dayOf(known.payment()))).orElse(0L);
  }

  private static Optional<LocalDate> dayOf(StatementLine line) {
    return line.paidAt().map(Taipei::dateOf).or(line::settledOn);
  }

  private static LocalDate dayOf(Payment payment) {
    LocalDate begun = Taipei.dateOf(payment.attempt().startedAt());
    return payment instanceof Payment.Paid paid
        ? paid.trade()
            .paidAt()
            .map(Taipei::dateOf)
            .orElse(begun.minusDays(paid.attempt().charge() == 1 ? 0 : 1))
        : begun;
  }

  /** The numbers that both sides know, TradeNo and Gwsr; none of an attempt that is not paid. */
  private static List<Numbers> numbersOf(KnownPayment known, StatementLine line) {
    if (!(known.payment() instanceof Payment.Paid paid)) {
      return List.of();
    }
    String authorization =
        paid.trade().card().map(card -> Long.toString(card.authorizationId())).orElse("");
    return Stream.of(
            new Numbers(paid.trade().ecpayTradeNo(), line.ecpayNo()),
            new Numbers(authorization, line.authorization()))
        .filter(Numbers::areKnown)
        .toList();
  }

  private record Numbers(String here, String there) {
    /** Zero is what ECPay writes where there is no authorization. */
    boolean areKnown() {
      return Stream.of(here, there).noneMatch(number -> number.isEmpty() || number.equals("0"));
    }

    boolean areEqual() {
      return here.equals(there);
    }
  }

  /**
   * Where a line and our books differ; nothing where they agree. The refunds of a known payment are
   * compared all together: {@link #overtold}.
   *
   * @param name under which the line is entered
   * @param booked the fee that the books have for it already; empty when they have none
   */
  public List<Difference> compare(
      StatementLine line, String name, Optional<KnownPayment> known, Optional<BigDecimal> booked) {
    Subject subject =
        new Subject(
            line.tradeNo(),
            known.map(found -> found.payment().id()),
            known.map(found -> found.payment().order()),
            name);
    if (!line.movedMoney()) {
      return withoutMoney(line, subject, known);
    }
    if (known.isEmpty()) {
      return List.of(new MissingHere(subject, line.amount()));
    }
    if (line.isRefund()) {
      return List.of();
    }
    return known.get().payment() instanceof Payment.Paid paid
        ? payment(line, subject, known.get(), paid, booked)
        : List.of(new MissingHere(subject, line.amount()));
  }

  private static List<Difference> withoutMoney(
      StatementLine line, Subject subject, Optional<KnownPayment> known) {
    return known
        .filter(found -> found.payment() instanceof Payment.Paid)
        .<List<Difference>>map(found ->
            List.of(
                new StatusDiffers(
                    subject,
                    line.status() == StatementLine.Status.FAILED
                        ? Status.FAILED_THERE
                        : Status.UNPAID_THERE,
                    found.payment().attempt().amount().twd(),
                    0)))
        .orElse(List.of());
  }

  private List<Difference> payment(
      StatementLine line,
      Subject subject,
      KnownPayment known,
      Payment.Paid paid,
      Optional<BigDecimal> booked) {
    List<Difference> found = new ArrayList<>();
    long here = paid.attempt().amount().twd();
    if (here != line.amount()) {
      found.add(new AmountDiffers(subject, here, line.amount()));
    }
    if (file.bills(paid)) {
      Optional<BigDecimal> expected = booked.or(() -> KnownPayment.expectedFee(paid));
      expected
          .flatMap(fee -> line.fee().filter(billed -> !isSameFee(fee, billed)))
          .ifPresent(billed -> found.add(new FeeDiffers(subject, expected.orElseThrow(), billed)));
    }
    if (known.isSecond() && known.refunded().twd() < here) {
      found.add(new StatusDiffers(subject, Status.SECOND_PAYMENT, here, line.amount()));
    }
    return found;
  }

  /** Equal in as many decimals as the file shows. */
  public static boolean isSameFee(BigDecimal expected, BigDecimal billed) {
    int decimals = Math.max(0, billed.scale());
    return expected.setScale(decimals, RoundingMode.HALF_UP).compareTo(billed) == 0;
  }

  /** Of a payment that no file of this kind has told of, although its days are over. */
  public Difference missing(Payment.Paid paid, Period period) {
    Subject subject =
        new Subject(paid.tradeNo().value(), Optional.of(paid.id()), Optional.of(paid.order()), "");
    return new MissingThere(subject, paid.attempt().amount().twd(), mayFollow(paid, period.last()));
  }

  /** Of refunds that no file of this kind has told of: the buyer may not have the money. */
  public Difference missing(UntoldRefund refund) {
    Payment.Paid paid = refund.payment();
    Subject subject =
        new Subject(
            paid.tradeNo().value(),
            Optional.of(paid.id()),
            Optional.of(paid.order()),
            Subject.REFUND);
    return new MissingThere(subject, -refund.amount().twd(), false);
  }

  /** Of a payment of which files of this kind told more refunds than our books have. */
  public Difference overtold(ToldRefunds refunds) {
    Payment payment = refunds.payment();
    Subject subject =
        new Subject(
            payment.tradeNo().value(),
            Optional.of(payment.id()),
            Optional.of(payment.order()),
            Subject.REFUND);
    return new StatusDiffers(
        subject, Status.REFUNDED_THERE, -refunds.here().twd(), -refunds.there().twd());
  }

  private boolean mayFollow(Payment.Paid paid, LocalDate last) {
    return file.isOfSettlement()
        && Period.of(last)
            .begin()
            .isBefore(Period.of(Taipei.dateOf(paid.paidAt()).plusDays(DAYS_THAT_MAY_FOLLOW)).end());
  }
}
