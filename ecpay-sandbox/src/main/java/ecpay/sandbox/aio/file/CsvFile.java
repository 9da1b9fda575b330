package ecpay.sandbox.aio.file;

import ecpay.sandbox.field.Fields;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Reply;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A CSV of any length: the ledger is read a few rows at a time, and never while a line is sent. */
final class CsvFile {
  private static final int ROWS_AT_ONCE = 500;
  private static final Charset BIG5 = Charset.forName("Big5");

  private final Ledger ledger;

  CsvFile(Ledger ledger) {
    this.ledger = ledger;
  }

  /** CharSet: 1 Big5, the default, 2 UTF-8. */
  static Charset charset(Fields fields) {
    return fields.choice("CharSet", Set.of("1", "2")).equals("2") ? StandardCharsets.UTF_8 : BIG5;
  }

  /**
   * Streams a file; no data gives the header row only.
   *
   * @param lines the lines of one thing of the ledger, none when it does not belong here; called
   *     under the ledger's lock
   */
  <T> Reply of(
      List<String> header, List<T> things, Function<T, List<List<Object>>> lines, Charset charset) {
    return new Reply.Streamed(
        "text/csv; charset=" + charset.name(),
        out -> {
          var writer = new OutputStreamWriter(out, charset);
          writer.write(String.join(",", header) + "\r\n");
          for (int from = 0; from < things.size(); from += ROWS_AT_ONCE) {
            var part = things.subList(from, Math.min(from + ROWS_AT_ONCE, things.size()));
            writer.write(ledger.act(() -> text(part, lines)));
          }
          writer.flush();
        });
  }

  private static <T> String text(List<T> part, Function<T, List<List<Object>>> lines) {
    var text = new StringBuilder();
    for (var thing : part) {
      for (var line : lines.apply(thing)) {
        text.append(line.stream().map(CsvFile::cell).collect(Collectors.joining(",")));
        text.append("\r\n");
      }
    }
    return text.toString();
  }

  /** Quoted when it must be (RFC 4180). */
  private static String cell(Object value) {
    var text = value.toString();
    return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /** A copy that does not grow while it is sent. */
  static <T> List<T> frozen(Iterable<T> things) {
    var copy = new ArrayList<T>();
    things.forEach(copy::add);
    return copy;
  }
}
