package ecpay.sandbox.ledger;

import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * How long a document can be voided: until the 13th after its two-month period, 23:59:59 Taipei
 * time (R-INV-22).
 */
public final class VoidWindow {
  private VoidWindow() {}

  /** Whether a document of the one moment can still be voided at the other. */
  public static boolean isOpen(LocalDateTime issuedAt, LocalDateTime now) {
    var month = YearMonth.from(issuedAt);
    var first = month.getMonthValue() % 2 == 1 ? month : month.minusMonths(1);
    return now.isBefore(first.plusMonths(2).atDay(14).atStartOfDay());
  }
}
