package ecpay.app.web.console.front;

import ecpay.app.reading.Figures;
import ecpay.app.reading.Times;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.reconciliation.KeptDifference.State;
import ecpay.domain.reconciliation.Reports.Count;
import ecpay.domain.refund.Refund;
import java.util.List;
import java.util.Map;

/**
 * How much there is to look at, counted up to {@value #MOST}.
 *
 * @param incidents all that were ever raised; they are never taken back
 * @param latestIncident when the latest was raised, Taipei; empty for never
 * @param tasks refunds that wait for a person
 * @param differences the open ones of the newest {@value #FILES} statement files
 */
public record Waiting(String incidents, String latestIncident, String tasks, String differences) {
  static final int MOST = 100;
  static final int FILES = 10;

  static Waiting of(
      List<RecordedEvent> incidents, List<Refund> tasks, List<Map<Count, Long>> files) {
    return new Waiting(
        counted(incidents.size()),
        incidents.isEmpty() ? "" : Times.clock(incidents.getFirst().at()),
        counted(tasks.size()),
        Figures.of(
            files.stream()
                .flatMap(file -> file.entrySet().stream())
                .filter(count -> count.getKey().state() == State.OPEN)
                .mapToLong(Map.Entry::getValue)
                .sum()));
  }

  private static String counted(int count) {
    return count > MOST ? "more than " + MOST : Integer.toString(count);
  }
}
