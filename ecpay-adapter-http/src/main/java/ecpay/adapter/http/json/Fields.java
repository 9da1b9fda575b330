package ecpay.adapter.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.time.WireTime;
import ecpay.crypto.Field;
import ecpay.domain.answer.Answer;
import ecpay.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The members of a JSON object, read with tolerance: numbers and flags may come as text and text as
 * numbers (D-02, D-03), and what is missing, null or of another shape reads as empty.
 */
public record Fields(ObjectNode object) {
  private static final int MOST_NUMBER_CHARACTERS = 40;
  private static final int MOST_MESSAGE_CHARACTERS = 200;

  /** "No data found" (errors.md section 4). */
  private static final Set<String> NO_DATA = Set.of("2", "7");

  /** No members yet. */
  public static Fields empty() {
    return new Fields(Json.object());
  }

  /**
   * The members of a JSON object.
   *
   * @throws UnreadableException for whatever else the text is; the text is not quoted
   */
  public static Fields read(String json) {
    return Json.read(json);
  }

  /**
   * The fields of a form.
   *
   * @throws UnreadableException if a name stands there twice
   */
  public static Fields of(List<Field> form) {
    ObjectNode members = Json.object();
    for (Field field : form) {
      if (members.has(field.name())) {
        throw new UnreadableException("a field given twice");
      }
      members.put(field.name(), field.value());
    }
    return new Fields(members);
  }

  /** As text without NUL, which no database keeps; empty when there is none. */
  public String text(String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() ? value.asText().replace("\0", "") : "";
  }

  /**
   * A number of so many digits, as text: its leading zeros are put back when it came as a number.
   */
  public String digits(String name, int length) {
    String text = text(name).strip();
    return object.path(name).isIntegralNumber()
        ? "0".repeat(Math.max(0, length - text.length())) + text
        : text;
  }

  /** Whether it is there and not blank. */
  public boolean has(String name) {
    return !text(name).isBlank();
  }

  /** A member that is an object itself. */
  public Fields part(String name) {
    return new Fields(object.path(name) instanceof ObjectNode inner ? inner : Json.object());
  }

  /**
   * The same members under names in lower case without underscores, in which ECPay's services
   * agree; of two that become one, the first that is not empty.
   */
  public Fields folded() {
    ObjectNode folded = Json.object();
    object
        .properties()
        .forEach(member -> {
          String name = member.getKey().replace("_", "").toLowerCase(Locale.ROOT);
          if (folded.path(name).asText().isEmpty()) {
            folded.set(name, member.getValue());
          }
        });
    return new Fields(folded);
  }

  /** The objects in an array. */
  public List<Fields> list(String name) {
    return StreamSupport.stream(object.path(name).spliterator(), false)
        .filter(ObjectNode.class::isInstance)
        .map(element -> new Fields((ObjectNode) element))
        .toList();
  }

  /** A decimal number; zero when there is none. */
  public BigDecimal decimal(String name) {
    return number(name).orElse(BigDecimal.ZERO);
  }

  /** A whole number; empty when there is none or it has decimals. */
  public OptionalLong whole(String name) {
    try {
      return number(name)
          .map(value -> OptionalLong.of(value.longValueExact()))
          .orElseGet(OptionalLong::empty);
    } catch (ArithmeticException _) {
      return OptionalLong.empty();
    }
  }

  private Optional<BigDecimal> number(String name) {
    String text = text(name).strip();
    if (text.isEmpty() || text.length() > MOST_NUMBER_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /**
   * An amount that must be there.
   *
   * @throws UnreadableException if it is not
   */
  public Money money(String name) {
    return Money.of(whole(name).orElseThrow(() -> new UnreadableException("no whole " + name)));
  }

  /** A moment in either of ECPay's forms; empty when there is none. */
  public Optional<Instant> time(String name) {
    return WireTime.read(text(name));
  }

  /**
   * A moment that must be there.
   *
   * @throws UnreadableException if it is not
   */
  public Instant requiredTime(String name) {
    return time(name).orElseThrow(() -> new UnreadableException("no time in " + name));
  }

  /**
   * RtnCode as an integer in text, whatever it is on the wire (R-CBK-06).
   *
   * @throws UnreadableException if there is none
   */
  public String rtnCode() {
    if (!has("RtnCode")) {
      throw new UnreadableException("no RtnCode");
    }
    OptionalLong whole = whole("RtnCode");
    return whole.isPresent() ? Long.toString(whole.getAsLong()) : cut(text("RtnCode").strip());
  }

  public String rtnMsg() {
    return message("RtnMsg");
  }

  /** ECPay's words for an operator, as long as ECPay says that they are. */
  public String message(String name) {
    return cut(text(name));
  }

  /** Whether RtnCode says that nothing was found. */
  public boolean saysNoData() {
    return NO_DATA.contains(rtnCode());
  }

  /**
   * Makes sure that an answer is about what was asked, as far as it says what it is about.
   *
   * @throws UnreadableException if it names another one
   */
  public void demandSame(String name, String asked) {
    if (has(name) && !text(name).strip().equals(asked)) {
      throw new UnreadableException("another " + name);
    }
  }

  /** RtnCode 1 (R-PAY-05). */
  public boolean isSuccess() {
    return rtnCode().equals("1");
  }

  /** The refusal in ECPay's own words. */
  public <R> Answer<R> refusal() {
    return new Answer.Refused<>(rtnCode(), rtnMsg());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_MESSAGE_CHARACTERS));
  }

  /** The object as JSON. */
  public String json() {
    return Json.write(object);
  }

  /** Values may be secret or personal. */
  @Override
  public String toString() {
    return "Fields(" + object.size() + ")";
  }

  /** What ECPay sent lacks something; the message names it and never quotes the text. */
  public static final class UnreadableException extends RuntimeException {
    public UnreadableException(String message) {
      super(message);
    }
  }
}
