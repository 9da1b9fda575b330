package ecpay.domain.track;

import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.merchant.TrackPolicy;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a merchant's policy asks for on a day in Taipei: the next term is looked after from {@code
 * daysAhead} days before it begins, and when half of these (rounded up) are left and it still has
 * no number, that is an alarm.
 */
public record TrackCare(TrackPolicy policy) {

  /** The terms to look after on that day: the current one, and in time the next. */
  public List<Term> termsOn(LocalDate today) {
    Term current = Term.of(today);
    Term next = current.next();
    return begins(next, policy.daysAhead(), today) ? List.of(current, next) : List.of(current);
  }

  /**
   * What is wrong with a stock on that day.
   *
   * @param types the types of invoice that need numbers
   */
  public Set<TrackAlarm> alarms(TrackStock stock, Set<InvoiceType> types, LocalDate today) {
    Set<TrackAlarm> alarms = new LinkedHashSet<>();
    for (InvoiceType type : types) {
      long left = stock.usable(type);
      if (stock.term().contains(today)) {
        if (left < Math.max(1, policy.alarmBelow())) {
          alarms.add(new TrackAlarm(TrackAlarm.Kind.NUMBERS_RUN_LOW, type));
        }
        if (left == 0) {
          alarms.add(new TrackAlarm(TrackAlarm.Kind.NUMBERS_EXHAUSTED, type));
        }
      } else if (left == 0 && begins(stock.term(), (policy.daysAhead() + 1) / 2, today)) {
        alarms.add(new TrackAlarm(TrackAlarm.Kind.NEXT_TERM_HAS_NO_NUMBERS, type));
      }
    }
    return alarms;
  }

  private static boolean begins(Term term, int withinDays, LocalDate today) {
    return !today.isBefore(term.firstDay().minusDays(withinDays));
  }
}
