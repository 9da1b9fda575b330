package ecpay.sandbox.field;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object of a request, read field by field. Every refusal names the full path of its
 * field.
 *
 * <p>Numbers are accepted as JSON numbers or as text, and ids as text or numbers (D-02, D-03,
 * D-29).
 */
public final class Fields {
  private final JsonNode node;
  private final String path;
  private final Codes codes;

  private Fields(JsonNode node, String path, Codes codes) {
    this.node = node;
    this.path = path;
    this.codes = codes;
  }

  public static Fields of(JsonNode object, Codes codes) {
    return new Fields(object, "", codes);
  }

  public boolean hasKey(String name) {
    return node.has(name);
  }

  /**
   * The text of a field, empty when it is absent, null or empty; at most {@code max} characters.
   */
  public String text(String name, int max) {
    var value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw malformed(name, "must be text");
    }
    var text = value.asText();
    if (text.codePointCount(0, text.length()) > max) {
      throw malformed(name, "is longer than " + max + " characters");
    }
    return text;
  }

  /** Like {@link #text}, but a blank value is refused. */
  public String requiredText(String name, int max) {
    var text = text(name, max);
    if (text.isBlank()) {
      throw missing(name);
    }
    return text;
  }

  /** A field that may be empty or must be one of the given values. */
  public String choice(String name, Set<String> allowed) {
    var text = text(name, 200);
    if (!text.isEmpty() && !allowed.contains(text)) {
      throw malformed(
          name, "must be one of " + String.join(", ", allowed.stream().sorted().toList()));
    }
    return text;
  }

  /** A field that must be one of the given values. */
  public String requiredChoice(String name, Set<String> allowed) {
    var text = choice(name, allowed);
    if (text.isEmpty()) {
      throw missing(name);
    }
    return text;
  }

  /** A whole number between the bounds; a decimal point or exponent is refused. */
  public long requiredWhole(String name, long min, long max) {
    return whole(name, min, max).orElseThrow(() -> missing(name));
  }

  /** A whole number between the bounds, or nothing when the field is absent, null or empty. */
  public Optional<Long> whole(String name, long min, long max) {
    var text = text(name, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var digits = text.startsWith("-") ? text.substring(1) : text;
    if (digits.isEmpty() || digits.length() > 18 || !isDigits(digits)) {
      throw malformed(name, "must be a whole number");
    }
    var number = Long.parseLong(text);
    if (number < min || number > max) {
      throw malformed(name, "must be from " + min + " to " + max);
    }
    return Optional.of(number);
  }

  /** A decimal above or equal to zero with at most so many digits before and after the point. */
  public BigDecimal requiredDecimal(String name, int integerDigits, int fractionDigits) {
    var text = text(name, 60);
    if (text.isEmpty()) {
      throw missing(name);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw malformed(name, "must be a number");
    }
    if (number.scale() > fractionDigits || number.precision() - number.scale() > integerDigits) {
      throw malformed(
          name, "has more than " + integerDigits + " digits or " + fractionDigits + " decimals");
    }
    return number;
  }

  /** A nested object that must be there. */
  public Fields requiredObject(String name) {
    return object(name).orElseThrow(() -> missing(name));
  }

  /** A nested object, or nothing when it is absent or null. */
  public Optional<Fields> object(String name) {
    var value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw malformed(name, "must be an object");
    }
    return Optional.of(new Fields(value, path + name + ".", codes));
  }

  /** A list of 1 to {@code max} objects. */
  public List<Fields> requiredList(String name, int max) {
    var value = node.path(name);
    if (value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty())) {
      throw missing(name);
    }
    if (!value.isArray() || value.size() > max) {
      throw malformed(name, "must be a list of 1 to " + max);
    }
    var list = new ArrayList<Fields>();
    for (int i = 0; i < value.size(); i++) {
      if (!value.path(i).isObject()) {
        throw malformed(name + "[" + i + "]", "must be an object");
      }
      list.add(new Fields(value.path(i), path + name + "[" + i + "].", codes));
    }
    return List.copyOf(list);
  }

  public Refusal missing(String name) {
    return new Refusal(codes.missing(), "Parameter " + path + name + " is required.");
  }

  public Refusal malformed(String name, String why) {
    return new Refusal(codes.malformed(), "Parameter Error. " + path + name + " " + why + ".");
  }

  static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
