package ecpay.crypto;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The known ways to sign other fields than the rule says ({@code crypto.md} section 5). */
enum MacMistake {
  NONE("by the rule"),
  EMPTY_LEFT_OUT("without the fields that have an empty value"),
  NOT_SORTED("with the fields in the order received instead of sorted"),
  SORTED_BY_CASE("with the fields sorted by case (Z before a)"),
  NOT_DECODED("over values that are still form-encoded"),
  DECODED_TWICE("over values that were form-decoded once more"),
  TRIMMED("over trimmed values");

  private final String description;

  MacMistake(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** What a sender who makes this mistake signs, given the fields in the order received. */
  List<Field> signed(List<Field> received) {
    return switch (this) {
      case NONE -> sorted(received, CheckMac.SIGNING_ORDER);
      case EMPTY_LEFT_OUT ->
          sorted(
              received.stream().filter(f -> !f.value().isEmpty()).toList(), CheckMac.SIGNING_ORDER);
      case NOT_SORTED -> received;
      case SORTED_BY_CASE -> sorted(received, Comparator.comparing(Field::name));
      case NOT_DECODED -> withValues(received, UrlEncoding::encode);
      case DECODED_TWICE -> withValues(received, MacMistake::decodedOnceMore);
      case TRIMMED -> withValues(received, String::strip);
    };
  }

  private static List<Field> sorted(List<Field> fields, Comparator<Field> order) {
    return fields.stream().sorted(order).toList();
  }

  private static List<Field> withValues(List<Field> fields, UnaryOperator<String> change) {
    return sorted(
        fields.stream().map(f -> new Field(f.name(), change.apply(f.value()))).toList(),
        CheckMac.SIGNING_ORDER);
  }

  private static String decodedOnceMore(String value) {
    try {
      return UrlEncoding.decode(value);
    } catch (EncodingRefusedException _) {
      return value; // a lenient decoder leaves such a value alone
    }
  }
}
