package ecpay.domain.contract;

import ecpay.domain.order.OrderId;
import ecpay.domain.payment.report.PaymentFailure;
import java.time.Instant;
import java.util.Comparator;

/**
 * One charge of a contract, or one that should have been.
 *
 * @param turn which of the times of the contract it belongs to, 0 for the first
 * @param authorizationId Gwsr; 0 while it is not known
 * @param ecpayTradeNo TradeNo of this charge; empty while it is not known
 * @param at when ECPay says that it was made; when it was to be made where ECPay did not say
 */
public record Charge(
    int turn, long authorizationId, String ecpayTradeNo, Instant at, Result result) {

  private static final PaymentFailure NOT_CHARGED =
      new PaymentFailure("NOT_CHARGED", "ECPay tells of no charge on its day");

  /** By turn, later attempts of a turn behind earlier ones. */
  static final Comparator<Charge> ORDER =
      Comparator.comparingInt(Charge::turn)
          .thenComparing(Charge::at)
          .thenComparing(Charge::isCharged)
          .thenComparing(Charge::ecpayTradeNo)
          .thenComparingLong(Charge::authorizationId);

  /** One that should have been, and of which ECPay tells nothing. */
  static Charge missing(int turn, Instant expected) {
    return new Charge(turn, 0, "", expected, new Result.Failed(NOT_CHARGED));
  }

  /** One of which ECPay tells, now where it does not say when it was made. */
  static Charge told(ChargeReport report, Agreement agreement, Instant now, Result result) {
    Instant at = report.at().orElse(now);
    return new Charge(
        agreement.turnOf(at), report.authorizationId(), report.trade().ecpayTradeNo(), at, result);
  }

  /** How it ended. */
  public sealed interface Result {
    /**
     * Money came.
     *
     * @param number TotalSuccessTimes with it, 1 for the first
     * @param order what it paid
     */
    record Charged(int number, OrderId order) implements Result {}

    /** The bank said no. */
    record Failed(PaymentFailure failure) implements Result {}
  }

  public boolean isCharged() {
    return result instanceof Result.Charged;
  }

  /** For the how manieth time money came with it; 0 when none came. */
  int number() {
    return result instanceof Result.Charged(int number, OrderId _) ? number : 0;
  }

  /** Whether nothing more can be learned of it. */
  public boolean isComplete() {
    return authorizationId > 0 && !ecpayTradeNo.isEmpty();
  }

  /** Concluded from what ECPay did not say. */
  public boolean isInferred() {
    return switch (result) {
      case Result.Charged _ -> !hasNumber();
      case Result.Failed(PaymentFailure failure) -> failure.equals(NOT_CHARGED);
    };
  }

  private boolean hasNumber() {
    return authorizationId > 0 || !ecpayTradeNo.isEmpty();
  }

  /** Whether a report speaks of this charge. */
  boolean isToldBy(ChargeReport report) {
    return (authorizationId > 0 && authorizationId == report.authorizationId())
        || (!ecpayTradeNo.isEmpty() && ecpayTradeNo.equals(report.trade().ecpayTradeNo()))
        || isRefusalWithoutNumber(report);
  }

  /**
   * What the bank refused before it gave a number is known by its time and code; the words differ
   * between a notice, its repeat and a query, and a number may stand in one of them only.
   */
  private boolean isRefusalWithoutNumber(ChargeReport report) {
    return !(hasNumber() && report.hasNumber())
        && result instanceof Result.Failed(PaymentFailure failure)
        && report.failure().map(PaymentFailure::code).filter(failure.code()::equals).isPresent()
        && report.at().map(at::equals).orElse(!hasNumber() && !report.hasNumber());
  }

  /** With what a report knows and the books did not. */
  Charge completedBy(ChargeReport report, int turnThen) {
    return new Charge(
        turnThen,
        authorizationId > 0 ? authorizationId : report.authorizationId(),
        ecpayTradeNo.isEmpty() ? report.trade().ecpayTradeNo() : ecpayTradeNo,
        report.at().orElse(at),
        result);
  }
}
