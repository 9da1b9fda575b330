package ecpay.sandbox.aio.file;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** When ECPay passes the money on: this ECPay does so seven days after it came. */
final class Disbursement {
  private static final int DAYS = 7;

  private Disbursement() {}

  static LocalDate of(LocalDateTime came) {
    return came.toLocalDate().plusDays(DAYS);
  }
}
