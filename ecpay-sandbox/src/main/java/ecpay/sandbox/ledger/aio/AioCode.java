package ecpay.sandbox.ledger.aio;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;

/**
 * The account, store code and barcodes that go with a trade, derived from TradeNo so that they
 * never change.
 *
 * @param account virtual account, 16 digits
 * @param storeCode 14 characters
 * @param barcode1 9 characters
 * @param barcode2 16 characters
 * @param barcode3 15 characters, ending in the amount
 * @param expiry the last moment to pay, Taipei time
 */
public record AioCode(
    String account,
    String storeCode,
    String barcode1,
    String barcode2,
    String barcode3,
    LocalDateTime expiry) {

  static AioCode of(String tradeNo, long amount, LocalDateTime expiry) {
    var day = tradeNo.substring(0, 6);
    return new AioCode(
        tradeNo,
        "GMK" + tradeNo.substring(5),
        day + "6M1", // letters occur (D-35)
        tradeNo,
        day + String.format(Locale.ROOT, "%09d", amount % 1_000_000_000),
        expiry);
  }

  /** An ATM account lives until the end of its last day (R-PAY-12). */
  static LocalDateTime endOfDay(LocalDateTime day) {
    return day.toLocalDate().atTime(LocalTime.of(23, 59, 59));
  }

  /** Whether the code can no longer be paid. */
  public boolean isExpired(LocalDateTime now) {
    return now.isAfter(expiry);
  }
}
