package ecpay.domain.reconciliation;

import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: our books beside what statement files have told, and the fees that were billed. */
public interface StatementBooks {

  /** The payments of these order numbers, however many of them our books know. */
  Map<String, List<KnownPayment>> known(MerchantId merchant, Collection<String> tradeNos);

  /**
   * The lines of these order numbers that files of the report's kind have told of, in whichever
   * report; those with a booked fee first.
   */
  Map<String, List<ToldLine>> told(Report report, Collection<String> tradeNos);

  /**
   * Enters lines, each under its name: one that is there is brought up to date, and is the report's
   * from now on; that others told of it before is kept.
   */
  void enter(Report report, List<Entry> entries);

  /**
   * Takes the booked fees of lines that the report's present run has not told of out of the books:
   * a line that it did tell of bears them now. The lines stay.
   *
   * @param lines their names
   */
  void takeBackFees(Report report, Collection<String> lines);

  /**
   * Takes out the lines that the report told of and its present run has not seen: ECPay corrected
   * them, whichever report told of them since. What a report of other days tells of stays, and is
   * that report's alone from now on.
   */
  void removeUnseen(Report report);

  /**
   * Books the fee of a line that was entered; once, however often it is asked for.
   *
   * @param billed the fee that a person was shown, TWD with decimals
   * @return whether it stands in the books; false, and nothing is booked, when the line bills
   *     something else by now, or is gone
   */
  boolean bookFee(
      MerchantId merchant, StatementFile file, String line, BigDecimal billed, Instant now);

  /** Whether a file of that kind has told that this payment was paid. */
  boolean hasArrived(MerchantId merchant, StatementFile file, PaymentId payment);

  /**
   * Payments that belong into a file of that kind, came in that time, and that no such file has
   * told of; by time and id. A file of settlement never tells of a card that was released.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @param after the last one of the page before
   * @param most 1 to 1000
   */
  List<Payment.Paid> unseen(
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<Payment.Paid> after,
      int most);

  /**
   * Payments that belong into a file of that kind, of which cards were given something back in that
   * time, and files of that kind have told of less than was given back until its end; by id.
   *
   * @param from the first instant
   * @param to the first instant after it
   * @param after the last one of the page before
   * @param most 1 to 1000
   */
  List<UntoldRefund> untoldRefunds(
      MerchantId merchant,
      StatementFile file,
      Instant from,
      Instant to,
      Optional<UntoldRefund> after,
      int most);

  /**
   * Payments of which the report tells a refund, and files of its kind have told, all together, of
   * more than our books gave back to their cards; by id.
   *
   * @param after the last one of the page before
   * @param most 1 to 1000
   */
  List<ToldRefunds> overtoldRefunds(Report report, Optional<ToldRefunds> after, int most);

  /** The fees of one payment, oldest line first. */
  List<BookedFee> fees(MerchantId merchant, PaymentId payment);

  /**
   * What our books gave back to a card, and no file has told of.
   *
   * @param amount TWD above zero
   */
  record UntoldRefund(Payment.Paid payment, Money amount) {}

  /**
   * The refunds of a payment on both sides.
   *
   * @param here what our books gave back to its card, TWD; nothing else stands in ECPay's files
   * @param there what files have told of, TWD
   */
  record ToldRefunds(Payment payment, Money here, Money there) {}

  /**
   * A line as it is entered.
   *
   * @param name its own, or that of the line whose place it takes: an identity and how many equal
   *     ones came before
   * @param payment ours; empty when our books know none
   * @param expectedFee what the payment said; empty for a refund, an unknown payment, and one that
   *     said none
   * @param feeBookedAt set when the fee is booked right away; empty when it is not, or not yet
   */
  record Entry(
      String name,
      StatementLine line,
      Optional<PaymentId> payment,
      Optional<BigDecimal> expectedFee,
      Optional<Instant> feeBookedAt) {}

  /**
   * A fee as it was booked.
   *
   * @param amount what the line is about, TWD, negative for a refund
   * @param billed TWD with decimals
   */
  record BookedFee(
      StatementFile file,
      String line,
      long amount,
      Optional<BigDecimal> expected,
      BigDecimal billed,
      Instant bookedAt) {}
}
