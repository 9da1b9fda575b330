package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What goes over the wire between the platform and ECPay from the moment this is made. */
public final class Wire {
  private final Cast cast;
  private final long before;

  public Wire(Cast cast) {
    this.cast = cast;
    this.before =
        cast.ecpay().wireAfter(0).stream()
            .mapToLong(exchange -> exchange.path("sequence").asLong())
            .max()
            .orElse(0);
  }

  /** All exchanges, oldest first. */
  public Stream<JsonNode> all() {
    return cast.ecpay().wireAfter(before).stream();
  }

  /**
   * The exchanges of one operation, as ECPay names it, oldest first.
   *
   * @param about a number that their Data mentions
   */
  public List<JsonNode> of(String operation, String about) {
    return all()
        .filter(exchange -> exchange.path("operation").asText().equals(operation))
        .filter(exchange -> exchange.path("requestData").toString().contains(about))
        .toList();
  }

  /** How often an operation was called about that number. */
  public int count(String operation, String about) {
    return of(operation, about).size();
  }

  /** The result codes of an operation about that number, one after the other. */
  public String codes(String operation, String about) {
    return String.join(
        " ",
        of(operation, about).stream()
            .map(exchange -> exchange.path("answerData").path("RtnCode").asText())
            .toList());
  }
}
