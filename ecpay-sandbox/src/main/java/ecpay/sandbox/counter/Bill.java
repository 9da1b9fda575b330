package ecpay.sandbox.counter;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Something that waits for money at a bank or a shop, or for a lender's word.
 *
 * @param title what it is, for people
 * @param codes what is typed or scanned at the counter
 * @param key the one among them that no other bill has; empty when there is none
 * @param amount whole TWD
 * @param expiry the last moment to pay, Taipei time; nothing when there is none
 * @param lending whether a lender may refuse it
 */
public record Bill(
    String merchantId,
    String merchantTradeNo,
    String title,
    List<String> codes,
    String key,
    long amount,
    Optional<LocalDateTime> expiry,
    boolean lending) {
  public Bill {
    codes = List.copyOf(codes);
  }

  /** Whether it can no longer be paid. */
  public boolean isExpired(LocalDateTime now) {
    return expiry.filter(now::isAfter).isPresent();
  }

  boolean goesBy(String code) {
    return merchantTradeNo.equals(code) || (!key.isEmpty() && key.equals(code));
  }
}
