package ecpay.app.web.console;

import ecpay.app.reading.EventFacts;
import ecpay.app.reading.Figures;
import ecpay.app.reading.Times;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import java.math.BigDecimal;
import java.util.List;

/**
 * Something that happened, as a timeline shows it.
 *
 * @param at Taipei time
 */
public record TimelineRow(
    long sequence, String at, String type, List<Fact> facts, boolean isIncident) {
  public TimelineRow {
    facts = List.copyOf(facts);
  }

  /** An event with all that it tells. */
  public static TimelineRow of(RecordedEvent event) {
    return new TimelineRow(
        event.sequence(),
        Times.clock(event.at()),
        event.event().getClass().getSimpleName(),
        EventFacts.of(event.event()).entrySet().stream()
            .map(fact -> new Fact(fact.getKey(), read(fact.getKey(), fact.getValue().toString())))
            .toList(),
        event.event() instanceof IncidentRaised);
  }

  /** Amounts, TWD, are read in groups of digits. */
  private static String read(String fact, String value) {
    return switch (fact) {
      case "amount", "here", "there" -> Figures.of(new BigDecimal(value));
      default -> value;
    };
  }
}
