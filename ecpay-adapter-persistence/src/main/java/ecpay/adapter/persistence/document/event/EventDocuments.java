package ecpay.adapter.persistence.document.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.event.DomainEvent;

/** Writes events and reads them back as equal ones; reading throws as {@link Json#read} does. */
public final class EventDocuments {
  private EventDocuments() {}

  /**
   * A domain event as the log keeps it.
   *
   * @param kind the event's name in the books
   * @param body its facts
   */
  public record Event(String kind, String body) {}

  public static Event write(DomainEvent event) {
    EventFacts facts = EventWriter.facts(event);
    return new Event(facts.kind(), Json.write(facts.body()));
  }

  public static DomainEvent event(Event event) {
    return Json.read(
        event.body(),
        ObjectNode.class,
        body -> EventReader.event(new EventFacts(event.kind(), body)));
  }
}
