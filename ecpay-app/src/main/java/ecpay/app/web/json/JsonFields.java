package ecpay.app.web.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the fields of one JSON object of a request. What is missing or of another type is reported;
 * a null is as good as absent. {@link #end} reports the fields that nobody asked for.
 */
public final class JsonFields {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

  private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private final ObjectNode node;
  private final String path;
  private final Findings findings;
  private final Set<String> asked = new HashSet<>();

  public JsonFields(ObjectNode node, String path, Findings findings) {
    this.node = node;
    this.path = path;
    this.findings = findings;
  }

  public boolean has(String name) {
    asked.add(name);
    return node.hasNonNull(name);
  }

  public String path(String name) {
    return Findings.join(path, name);
  }

  public void refuse(String name, String message) {
    findings.add(Findings.CONTRACT, path(name), message);
  }

  /** Reports a field that breaks a rule which the domain has no object for. */
  public void refuse(String name, String rule, String message) {
    findings.add(rule, path(name), message);
  }

  /** A thing of the domain, made of this object. */
  public <T> T build(Supplier<T> build, T standIn) {
    return findings.check(path, build, standIn);
  }

  /** A thing of the domain, made of a field that was read before. */
  public <T> T build(String name, Supplier<T> build, T standIn) {
    return findings.checkValue(path(name), build, standIn);
  }

  /** One line that can be kept and sent: no control characters, no half of a character. */
  public Optional<String> text(String name) {
    return value(name, "a text", JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> isWritable(name, text));
  }

  private boolean isWritable(String name, String text) {
    boolean writable = !UNWRITABLE.matcher(text).find();
    if (!writable) {
      refuse(name, "must be a text without control characters and broken Unicode");
    }
    return writable;
  }

  public <T> Optional<T> text(String name, Function<String, T> read, T standIn) {
    return text(name).map(text -> build(name, () -> read.apply(text), standIn));
  }

  public <T> T requiredText(String name, Function<String, T> read, T standIn) {
    return require(name) ? text(name, read, standIn).orElse(standIn) : standIn;
  }

  public String requiredText(String name, String standIn) {
    return requiredText(name, text -> text, standIn);
  }

  /** Whole, as a JSON number. */
  public <T> Optional<T> whole(String name, Function<Long, T> read, T standIn) {
    return value(
            name,
            "a whole number",
            number -> number.isIntegralNumber() && number.canConvertToLong())
        .map(number -> build(name, () -> read.apply(number.longValue()), standIn));
  }

  public <T> T requiredWhole(String name, Function<Long, T> read, T standIn) {
    return require(name) ? whole(name, read, standIn).orElse(standIn) : standIn;
  }

  /** Exact, as a JSON number or as a text of one. */
  public <T> Optional<T> decimal(String name, Function<BigDecimal, T> read, T standIn) {
    return value(name, "a decimal number", number -> number.isNumber() || number.isTextual())
        .filter(number -> isDecimal(name, number))
        .map(number -> new BigDecimal(number.asText()))
        .map(number -> build(name, () -> read.apply(number), standIn));
  }

  public <T> T requiredDecimal(String name, Function<BigDecimal, T> read, T standIn) {
    return require(name) ? decimal(name, read, standIn).orElse(standIn) : standIn;
  }

  private boolean isDecimal(String name, JsonNode number) {
    boolean decimal = number.isNumber() || DECIMAL.matcher(number.textValue()).matches();
    if (!decimal) {
      refuse(name, "must be a decimal number: digits with at most one point, no exponent");
    }
    return decimal;
  }

  public boolean requiredFlag(String name) {
    return require(name)
        && value(name, "true or false", JsonNode::isBoolean)
            .map(JsonNode::booleanValue)
            .orElse(false);
  }

  /** True or false; false when it is not there. */
  public boolean flag(String name) {
    return value(name, "true or false", JsonNode::isBoolean)
        .map(JsonNode::booleanValue)
        .orElse(false);
  }

  /** The whole numbers of a list. */
  public List<Integer> wholes(String name) {
    List<Integer> wholes = new ArrayList<>();
    each(
        name,
        (element, at) -> {
          if (element.isIntegralNumber() && element.canConvertToInt()) {
            wholes.add(element.intValue());
          } else {
            refuse(name + at, "must be a whole number, not " + JsonBody.kind(element));
          }
        });
    return wholes;
  }

  /** One of some words, which must be there. */
  public <T> Optional<T> requiredWord(
      String name, Function<String, Optional<T>> read, String words) {
    return require(name) ? word(name, read, words) : Optional.empty();
  }

  /** One of some words. */
  public <T> Optional<T> word(String name, Function<String, Optional<T>> read, String words) {
    return text(name)
        .flatMap(text -> {
          Optional<T> found = read.apply(text);
          if (found.isEmpty()) {
            refuse(name, "one of " + words);
          }
          return found;
        });
  }

  public Optional<JsonFields> object(String name) {
    return value(name, "an object", JsonNode::isObject)
        .map(object -> new JsonFields((ObjectNode) object, path(name), findings));
  }

  public JsonFields requiredObject(String name) {
    JsonFields empty =
        new JsonFields(JsonNodeFactory.instance.objectNode(), path(name), new Findings());
    return require(name) ? object(name).orElse(empty) : empty;
  }

  /** The objects of a list; what is not an object is reported and left out. */
  public List<JsonFields> objects(String name) {
    List<JsonFields> objects = new ArrayList<>();
    each(
        name,
        (element, at) -> {
          if (element instanceof ObjectNode object) {
            objects.add(new JsonFields(object, path(name) + at, findings));
          } else {
            refuse(name + at, "must be an object, not " + JsonBody.kind(element));
          }
        });
    return objects;
  }

  /** The texts of a list, each as {@link #text(String)} takes it. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    each(
        name,
        (element, at) -> {
          if (!element.isTextual()) {
            refuse(name + at, "must be a text, not " + JsonBody.kind(element));
          } else if (isWritable(name + at, element.textValue())) {
            texts.add(element.textValue());
          }
        });
    return texts;
  }

  private void each(String name, BiConsumer<JsonNode, String> visit) {
    value(name, "a list", JsonNode::isArray)
        .ifPresent(list -> {
          for (int i = 0; i < list.size(); i++) {
            visit.accept(list.get(i), "[" + i + "]");
          }
        });
  }

  /** Reports every field that was not asked for. */
  public void end() {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!asked.contains(name)) {
            refuse(name, "there is no such field");
          }
        });
  }

  private boolean require(String name) {
    if (!has(name)) {
      refuse(name, "is required");
      return false;
    }
    return true;
  }

  private Optional<JsonNode> value(String name, String wanted, Predicate<JsonNode> fits) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonNode value = node.get(name);
    if (!fits.test(value)) {
      refuse(name, "must be " + wanted + ", not " + JsonBody.kind(value));
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
