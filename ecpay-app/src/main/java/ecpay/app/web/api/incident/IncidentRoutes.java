package ecpay.app.web.api.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.reading.EventFacts;
import ecpay.app.reading.Times;
import ecpay.app.web.EarlierEvents;
import ecpay.app.web.Routes;
import ecpay.app.web.api.ApiAccess;
import ecpay.app.web.json.Replies;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.RecordedEvent;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** What a person must look at, of all orders and of none, the newest first. */
public final class IncidentRoutes implements Routes {
  private static final int PAGE = 100;

  private final EventLog events;

  public IncidentRoutes(EventLog events) {
    this.events = events;
  }

  @Override
  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/api/v1/incidents", this::list);
  }

  private void list(Context ctx) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    ArrayNode incidents = reply.putArray("incidents");
    events
        .incidents(ApiAccess.merchant(ctx), EarlierEvents.before(ctx), PAGE)
        .forEach(incident -> incidents.add(view(incident)));
    Replies.json(ctx, reply);
  }

  private static ObjectNode view(RecordedEvent incident) {
    ObjectNode view =
        JsonNodeFactory.instance
            .objectNode()
            .put("sequence", incident.sequence())
            .put("at", Times.iso(incident.at()));
    incident.order().ifPresent(order -> view.put("order", order.value()));
    return view.setAll(Replies.object(EventFacts.of(incident.event())));
  }
}
