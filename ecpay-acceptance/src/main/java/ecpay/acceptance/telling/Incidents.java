package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a person was told to look at in an order, as it is when this is made. */
public final class Incidents {
  private final List<String> kinds;

  public Incidents(Cast cast, String order) {
    this.kinds = kinds(cast.shop().order(order));
  }

  /** Waits until a person is told that. */
  public static void await(Cast cast, String order, String kind) {
    cast.shop().awaits(order, "a person is told " + kind, it -> kinds(it).contains(kind));
  }

  /** Their kinds in the order in which they were raised, each as often as it was. */
  public String kinds() {
    return String.join(" ", kinds);
  }

  private static List<String> kinds(JsonNode order) {
    return StreamSupport.stream(order.path("incidents").spliterator(), false)
        .map(incident -> incident.path("kind").asText())
        .collect(Collectors.toList());
  }
}
