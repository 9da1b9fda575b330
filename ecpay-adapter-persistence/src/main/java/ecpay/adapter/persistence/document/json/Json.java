package ecpay.adapter.persistence.document.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Function;

/** The one way in which documents become text. */
public final class Json {
  /** Decimals are strings, because jsonb would keep their value but not their scale. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .withConfigOverride(
              BigDecimal.class,
              decimal -> decimal.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static String write(Object document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a document cannot be written", impossible);
    }
  }

  /** Whatever goes wrong is a fault of the books, never a broken rule of somebody's input. */
  public static <J, T> T read(String json, Class<J> form, Function<J, T> meaning) {
    try {
      return meaning.apply(MAPPER.readValue(json, form));
    } catch (JsonProcessingException | RuntimeException unreadable) {
      throw new IllegalStateException(
          "the books hold a document that cannot be read as " + form.getSimpleName(), unreadable);
    }
  }

  public static IllegalArgumentException unknownKind(String what, String kind) {
    return new IllegalArgumentException("unknown kind of " + what + ": " + kind);
  }
}
