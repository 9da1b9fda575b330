package ecpay.adapter.http.track;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.invoice.document.InvoiceType;
import ecpay.domain.track.Term;
import ecpay.domain.track.TrackRange;
import java.util.Arrays;

/** Reads what both lists of number tracks say in one row (InvoiceInfo). */
final class Rows {
  static final int NUMBER_DIGITS = 8;
  private static final int TYPE_DIGITS = 2;

  private Rows() {}

  static Term term(Fields row, int rocYear) {
    return new Term(rocYear, small(row, "InvoiceTerm"));
  }

  static InvoiceType type(Fields row) {
    String code = row.digits("InvType", TYPE_DIGITS).strip();
    return Arrays.stream(InvoiceType.values())
        .filter(type -> type.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new UnreadableException("an unknown InvType"));
  }

  static TrackRange range(Fields row) {
    return new TrackRange(
        row.text("InvoiceHeader").strip(),
        row.digits("InvoiceStart", NUMBER_DIGITS).strip(),
        row.digits("InvoiceEnd", NUMBER_DIGITS).strip());
  }

  /**
   * A number that must be there and small.
   *
   * @throws UnreadableException if it is not
   */
  static int small(Fields row, String name) {
    long number = row.whole(name).orElseThrow(() -> new UnreadableException("no whole " + name));
    if (number != (int) number) {
      throw new UnreadableException("an endless " + name);
    }
    return (int) number;
  }
}
