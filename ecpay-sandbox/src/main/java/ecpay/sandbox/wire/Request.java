package ecpay.sandbox.wire;

import ecpay.crypto.EncodingRefusedException;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP request, read completely.
 *
 * @param method upper-case method
 * @param path decoded path
 * @param query raw query without the question mark, may be empty
 * @param contentType media type without parameters, lower case, may be empty
 * @param from the caller's IP address
 * @param text the body as UTF-8, at most 5 MiB
 */
public record Request(
    String method, String path, String query, String contentType, String from, String text) {
  /** What follows the given prefix in the path. */
  public String after(String prefix) {
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  /** The first form field of that name in the body. */
  public Optional<String> form(String name) {
    return first(text, name);
  }

  /** The first query parameter of that name. */
  public Optional<String> parameter(String name) {
    return first(query, name);
  }

  /**
   * The names of the query's parameters, as often as they come.
   *
   * @throws EncodingRefusedException when the query is not url-encoded
   */
  public List<String> parameters() {
    return FormFields.parse(query).stream().map(Field::name).toList();
  }

  private static Optional<String> first(String encoded, String name) {
    List<Field> fields;
    try {
      fields = FormFields.parse(encoded);
    } catch (EncodingRefusedException e) {
      return Optional.empty();
    }
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }
}
