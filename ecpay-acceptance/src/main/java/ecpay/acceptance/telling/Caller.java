package ecpay.acceptance.telling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who calls ECPay for whom, by the four places that name it (R-TRN-09, R-TRN-10). */
public final class Caller {
  private Caller() {}

  /** The ids of the envelope around those of its Data; a form has no envelope. */
  public static String of(JsonNode exchange) {
    return (ids(exchange.path("requestEnvelope")) + " around " + ids(exchange.path("requestData")))
        .strip();
  }

  private static String ids(JsonNode part) {
    return Stream.of("PlatformID", "MerchantID")
        .filter(part::has)
        .map(name -> name + " " + part.path(name).asText())
        .collect(Collectors.joining(" "));
  }
}
