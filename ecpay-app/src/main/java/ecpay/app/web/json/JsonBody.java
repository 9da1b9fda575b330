package ecpay.app.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.app.web.Bodies;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads a JSON object strictly: no doubled names, no numbers with exponents, nothing after its end,
 * 32 levels at most, numbers exact.
 */
public final class JsonBody {
  static final int LIMIT = 1024 * 1024;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(40)
                          .maxStringLength(LIMIT)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** How the parser could be told to take it. */
  private static final Pattern HINT = Pattern.compile("[:;,(]?[^:;,(`]*`.*", Pattern.DOTALL);

  private JsonBody() {}

  /** The body as an object; an empty body reads as an empty one. */
  public static ObjectNode read(Context ctx) {
    byte[] body = Bodies.read(ctx, LIMIT);
    if (body.length == 0) {
      return MAPPER.createObjectNode();
    }
    try {
      refuseExponents(body);
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new BadRequestResponse(
          "not acceptable JSON%s: %s".formatted(where(malformed), said(malformed)));
    } catch (IOException broken) {
      throw new BadRequestResponse("the body could not be read");
    }
    throw new BadRequestResponse("the body must be a JSON object");
  }

  /**
   * The body as a request. A field that the reader does not ask for, and everything else that is
   * wrong with it, is reported together.
   */
  public static <T> T read(Context ctx, Function<JsonFields, T> reader) {
    Findings findings = new Findings();
    JsonFields fields = new JsonFields(read(ctx), "", findings);
    T request = reader.apply(fields);
    fields.end();
    findings.throwIfAny();
    return request;
  }

  /** In words of its own where the parser speaks of its classes and switches. */
  private static String said(JsonProcessingException malformed) {
    return switch (malformed) {
      case StreamConstraintsException _ ->
          "more than 32 levels, a number of more than 40 digits, or a name that is too long";
      case JsonEOFException _ -> "it ends before it is complete";
      case MismatchedInputException _ -> "something follows its end";
      default -> HINT.matcher(malformed.getOriginalMessage()).replaceFirst("");
    };
  }

  /** Nowhere, for what is too deep or too long: the parser tells no place then. */
  private static String where(JsonProcessingException malformed) {
    JsonLocation place = malformed.getLocation();
    return place == null
        ? ""
        : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
  }

  /** An exponent can make an exact number of forty characters huge; and nobody writes money so. */
  private static void refuseExponents(byte[] body) throws IOException {
    try (JsonParser parser = MAPPER.getFactory().createParser(body)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT
            && parser.getText().chars().anyMatch(c -> c == 'e' || c == 'E')) {
          throw new BadRequestResponse(
              path(parser.getParsingContext().pathAsPointer())
                  + ": a number is written without an exponent");
        }
      }
    }
  }

  private static String path(JsonPointer pointer) {
    StringBuilder path = new StringBuilder();
    for (JsonPointer at = pointer; at != null && !at.matches(); at = at.tail()) {
      if (at.getMatchingIndex() >= 0) {
        path.append('[').append(at.getMatchingIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
      }
    }
    return path.toString();
  }

  /** What a value is, for a person. */
  public static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "a list";
      case STRING, BINARY -> "a text";
      case NUMBER -> number(node);
      case BOOLEAN -> "true or false";
      case NULL, MISSING -> "nothing";
    };
  }

  private static String number(JsonNode number) {
    if (!number.isIntegralNumber()) {
      return "a number with a point";
    }
    return number.canConvertToInt() ? "a number" : "so large a number";
  }
}
