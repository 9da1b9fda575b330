package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the platform's event log tells of an order, as it is when this is made. */
public final class Timeline {
  private final List<JsonNode> events;
  private final String label;

  public Timeline(Cast cast, String order) {
    JsonNode answer = cast.shop().events(order);
    this.events = StreamSupport.stream(answer.path("events").spliterator(), false).toList();
    this.label = cast.shop().order(order).path("reference").asText() + ": ";
  }

  public long count(String type) {
    return events.stream().filter(event -> event.path("type").asText().equals(type)).count();
  }

  /** Each of these was told exactly once. */
  public List<Fact> told(String... types) {
    return Stream.of(types).map(type -> told(type, 1)).toList();
  }

  public Fact told(String type, long times) {
    return Fact.that(label + type + " was told " + times + " time(s)", times, count(type));
  }

  public Fact withoutIncident() {
    return Fact.that(label + "no incident was raised", 0L, count("IncidentRaised"));
  }
}
