package ecpay.sandbox.aio.file;

import ecpay.sandbox.field.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The days a file is about, both ends included.
 *
 * @param first Taipei day
 * @param last Taipei day
 */
record Span(LocalDate first, LocalDate last) {
  /** The span that two required fields name, written {@code yyyy-MM-dd}. */
  static Span of(Fields fields, String from, String to) {
    var span = new Span(day(fields, from), day(fields, to));
    if (span.last.isBefore(span.first)) {
      throw fields.malformed(to, "lies before " + from);
    }
    return span;
  }

  private static LocalDate day(Fields fields, String name) {
    try {
      return LocalDate.parse(fields.requiredText(name, 10), DateTimeFormatter.ISO_LOCAL_DATE);
    } catch (DateTimeParseException e) {
      throw fields.malformed(name, "must be yyyy-MM-dd");
    }
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
