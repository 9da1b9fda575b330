package ecpay.domain.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A payment or a refund as a statement file tells it. What a file does not tell is empty.
 *
 * @param row where it stands in the file; the header row is row 1
 * @param tradeNo the merchant's order number (MerchantTradeNo), at most 64 characters
 * @param ecpayNo ECPay's number of the trade (TradeNo), at most 64 characters
 * @param authorization the bank's number of the authorization (Gwsr), at most 64 characters
 * @param amount whole TWD; negative for what went back to the buyer
 * @param method ECPay's word for the way of paying
 * @param orderedAt when the order was made
 * @param paidAt when it was paid
 * @param settledOn the day on which it was booked, in Taipei
 * @param fee what was billed in TWD, with decimals
 * @param disbursedOn the day on which the money is passed on, in Taipei
 * @param disbursed how much is passed on, TWD with decimals
 */
public record StatementLine(
    long row,
    String tradeNo,
    String ecpayNo,
    String authorization,
    long amount,
    Status status,
    String method,
    Optional<Instant> orderedAt,
    Optional<Instant> paidAt,
    Optional<LocalDate> settledOn,
    Optional<BigDecimal> fee,
    Optional<LocalDate> disbursedOn,
    Optional<BigDecimal> disbursed)
    implements StatementEntry {

  /** What a file says of the money. */
  public enum Status {
    PAID,
    UNPAID,
    FAILED
  }

  public boolean isRefund() {
    return amount < 0;
  }

  /** Whether money moved. */
  public boolean movedMoney() {
    return isRefund() || status == Status.PAID;
  }

  /**
   * What makes it the same line when a file is read again. The fee and the disbursement are not
   * part of it, because ECPay fills them in later. Two equal refunds of one day are equal lines,
   * which are counted.
   */
  public String identity() {
    return String.join(
        "|",
        tradeNo,
        ecpayNo,
        authorization,
        Long.toString(amount),
        paidAt.map(Instant::toString).orElse(""),
        settledOn.map(LocalDate::toString).orElse(""),
        status.name());
  }
}
