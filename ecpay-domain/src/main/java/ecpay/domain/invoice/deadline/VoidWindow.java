package ecpay.domain.invoice.deadline;

import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Until when a document of a two-month period may be voided (R-INV-22, R-ALW-25): through the 13th
 * of the month after the period, Taipei time.
 */
public final class VoidWindow {
  private VoidWindow() {}

  /** The last second, 23:59:59 Taipei, in which a document of that day may be voided. */
  public static Instant closesAfter(LocalDate documentDate) {
    int monthsToNextPeriod = documentDate.getMonthValue() % 2 == 1 ? 2 : 1;
    return Taipei.endOf(
        documentDate.withDayOfMonth(1).plusMonths(monthsToNextPeriod).withDayOfMonth(13));
  }

  /** Whether a document of that day may still be voided at that instant. */
  public static boolean isOpen(LocalDate documentDate, Instant at) {
    return at.getEpochSecond() <= closesAfter(documentDate).getEpochSecond();
  }
}
