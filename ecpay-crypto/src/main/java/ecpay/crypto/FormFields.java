package ecpay.crypto;

import java.util.ArrayList;
import java.util.List;

/** Text of the type {@code application/x-www-form-urlencoded} in UTF-8, read and written. */
public final class FormFields {
  /** The most fields a form may have. */
  public static final int MAX_FIELDS = 1_000;

  private FormFields() {}

  /**
   * Reads a form: names and values decoded exactly once, in the order received, repeated names
   * kept. A field without {@code =} has an empty value; nothing between two {@code &} is no field.
   *
   * @throws EncodingRefusedException for what {@link UrlEncoding#decode} refuses, a form over
   *     {@link UrlEncoding#MAX_BYTES}, or more than {@link #MAX_FIELDS} fields
   */
  public static List<Field> parse(String form) {
    if (form.length() > UrlEncoding.MAX_BYTES) {
      throw new EncodingRefusedException(
          "a form of more than " + UrlEncoding.MAX_BYTES + " characters");
    }
    List<Field> fields = new ArrayList<>();
    for (int start = 0; start < form.length(); ) {
      int end = indexOf(form, '&', start, form.length());
      if (end > start) {
        if (fields.size() == MAX_FIELDS) {
          throw new EncodingRefusedException("a form of more than " + MAX_FIELDS + " fields");
        }
        int equals = indexOf(form, '=', start, end);
        fields.add(
            new Field(
                UrlEncoding.decode(form.substring(start, equals)),
                UrlEncoding.decode(form.substring(Math.min(equals + 1, end), end))));
      }
      start = end + 1;
    }
    return List.copyOf(fields);
  }

  /** Where a character stands, or the end if it does not. */
  private static int indexOf(String form, char wanted, int start, int end) {
    int at = form.indexOf(wanted, start, end);
    return at < 0 ? end : at;
  }

  /**
   * Writes a form with encoder A, in the order given.
   *
   * @throws EncodingRefusedException for what {@link UrlEncoding#encode} refuses
   */
  public static String write(List<Field> fields) {
    StringBuilder form = new StringBuilder();
    for (Field field : fields) {
      if (!form.isEmpty()) {
        form.append('&');
      }
      form.append(UrlEncoding.encode(field.name()))
          .append('=')
          .append(UrlEncoding.encode(field.value()));
    }
    return form.toString();
  }
}
