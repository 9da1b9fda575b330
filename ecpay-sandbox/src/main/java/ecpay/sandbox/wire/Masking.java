package ecpay.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Copies of messages that are safe to show: tokens and ciphertext are cut to their beginnings. */
final class Masking {
  private static final Set<String> TOKENS =
      Set.of("PayToken", "Token", "BindCardID", "BindCardPayToken");
  private static final int TOKEN_SHOWN = 6;
  private static final int CIPHERTEXT_SHOWN = 24;

  private Masking() {}

  static JsonNode masked(JsonNode original) {
    var copy = original.deepCopy();
    mask(copy);
    return copy;
  }

  private static void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var name : object.propertyStream().map(p -> p.getKey()).toList()) {
        var value = object.path(name);
        if (value.isTextual() && TOKENS.contains(name)) {
          object.put(name, cut(value.asText(), TOKEN_SHOWN));
        } else if (value.isTextual() && name.equals("Data")) {
          object.put(name, cut(value.asText(), CIPHERTEXT_SHOWN));
        } else {
          mask(value);
        }
      }
    } else {
      node.forEach(Masking::mask);
    }
  }

  private static String cut(String text, int shown) {
    return text.length() <= shown ? text : text.substring(0, shown) + "…";
  }
}
