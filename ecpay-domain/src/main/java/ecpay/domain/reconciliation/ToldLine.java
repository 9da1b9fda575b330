package ecpay.domain.reconciliation;

import ecpay.domain.payment.PaymentId;
import ecpay.domain.time.Taipei;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line as an earlier reading entered it.
 *
 * @param identity {@link StatementLine#identity} of that reading; another layout of the same file
 *     tells fewer cells, or more
 * @param bookedFee TWD with decimals; empty when none is booked
 * @param isTaken whether the present reading has told of it already, or it is a refund of other
 *     days: equal amounts may go back on several, and not every layout tells which
 * @param isEarlier whether an earlier reading of the same report told of it, and the present one
 *     has not yet; never when a report of other days tells of it in its latest run: ECPay moved it
 *     there
 */
public record ToldLine(
    String name,
    String identity,
    Optional<PaymentId> payment,
    Optional<BigDecimal> bookedFee,
    boolean isTaken,
    boolean isEarlier) {

  private static final int PARTS = 7;

  /**
   * Whether a line means the same trade or refund, in whichever layout: nothing that both tell
   * contradicts. A payment that both tell with one number is the same whatever its days.
   *
   * @param found the payment that the line is about
   */
  public boolean means(StatementLine line, Optional<PaymentId> found) {
    String[] told = identity.split("\\|", -1);
    if (told.length != PARTS || isAnother(payment, found)) {
      return false;
    }
    boolean isSameMoney =
        told[0].equals(line.tradeNo())
            && told[3].equals(Long.toString(line.amount()))
            && told[6].equals(line.status().name());
    return isSameMoney
        && mayBe(told[1], line.ecpayNo())
        && mayBe(told[2], line.authorization())
        && (isOnePayment(told, line, found) || isOfItsDays(told, line));
  }

  private static boolean isAnother(Optional<PaymentId> payment, Optional<PaymentId> found) {
    return payment.isPresent() && found.isPresent() && !payment.equals(found);
  }

  private static boolean isOnePayment(
      String[] told, StatementLine line, Optional<PaymentId> found) {
    boolean hasNumber =
        areKnown(told[1], line.ecpayNo()) || areKnown(told[2], line.authorization());
    return hasNumber && found.isPresent() && !line.isRefund();
  }

  private static boolean isOfItsDays(String[] told, StatementLine line) {
    return mayBe(told[4], line.paidAt().map(Taipei::dateOf), at -> Taipei.dateOf(Instant.parse(at)))
        && mayBe(told[5], line.settledOn(), LocalDate::parse);
  }

  private static boolean mayBe(String told, String number) {
    return !areKnown(told, number) || told.equals(number);
  }

  /** Whether both know it; zero is what ECPay writes where there is none. */
  private static boolean areKnown(String here, String there) {
    return !here.isEmpty() && !here.equals("0") && !there.isEmpty() && !there.equals("0");
  }

  private static boolean mayBe(
      String told, Optional<LocalDate> day, Function<String, LocalDate> read) {
    return told.isEmpty() || day.isEmpty() || day.get().equals(read.apply(told));
  }

  /** The same, and no fee is booked from it. */
  public ToldLine withoutFee() {
    return new ToldLine(name, identity, payment, Optional.empty(), isTaken, isEarlier);
  }

  /** Whether it says that a payment was made, and bears a fee. */
  public boolean bearsFeeOf(PaymentId of) {
    return payment.filter(of::equals).isPresent()
        && bookedFee.filter(fee -> fee.signum() != 0).isPresent()
        && identity.endsWith("|" + StatementLine.Status.PAID)
        && !identity.split("\\|", -1)[PARTS - 4].startsWith("-");
  }
}
