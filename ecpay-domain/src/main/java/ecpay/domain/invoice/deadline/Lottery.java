package ecpay.domain.invoice.deadline;

import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.order.Carrier;
import ecpay.domain.time.Taipei;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/** The invoice lottery: winners are checked on the 29th of the odd months (R-INV-35, seed 003). */
public final class Lottery {
  private static final int DAY = 29;

  /** A week is enough to ask a buyer for an address. */
  private static final int WARN_ON = 22;

  private Lottery() {}

  /** The day on which the winners among the invoices of that day's two-month term are checked. */
  public static LocalDate drawOf(LocalDate issuedOn) {
    int monthsToNextTerm = issuedOn.getMonthValue() % 2 == 1 ? 2 : 1;
    return issuedOn.withDayOfMonth(1).plusMonths(monthsToNextTerm).withDayOfMonth(DAY);
  }

  /** 09:00 Taipei, a week before the draw: when a missing address is warned of. */
  public static Instant warningTime(Invoice.Issued invoice) {
    return drawOf(Taipei.dateOf(invoice.facts().issuedAt()))
        .withDayOfMonth(WARN_ON)
        .atTime(LocalTime.of(9, 0))
        .atZone(Taipei.ZONE)
        .toInstant();
  }

  /** Whether a win could not be told: it is on a carrier and has no email address. */
  public static boolean lacksAddress(InvoiceDocument document) {
    return !(document.delivery().carrier() instanceof Carrier.None) && document.email().isEmpty();
  }
}
