package ecpay.app.bookkeeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * One CSV file while it is written: a heading, a line per entry, and a last line that begins with
 * {@link Export#LAST_LINE} and, where they mean something, carries how many lines there were and
 * the sums, so that a file that was cut is noticed. RFC 4180, lines end with CR LF.
 */
final class CsvFile<E> {
  /** What Excel takes for the beginning of a formula, in either width, or skips to find one. */
  private static final String DANGEROUS = "=+-@＝＋－＠\t\r\n";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final List<Column<E>> columns;
  private final CSVPrinter printer;
  private final long[] sums;
  private long count;

  /** Writes the heading. */
  CsvFile(List<Column<E>> columns, Appendable out) throws IOException {
    this.columns = List.copyOf(columns);
    this.printer = new CSVPrinter(out, FORMAT);
    this.sums = new long[columns.size()];
    for (Column<E> column : columns) {
      printer.print(column.heading());
    }
    printer.println();
  }

  /**
   * Writes the line of an entry.
   *
   * @throws UncheckedIOException when it cannot be written
   * @throws ArithmeticException when a sum is beyond a long
   */
  void add(E entry) {
    try {
      for (int i = 0; i < sums.length; i++) {
        switch (columns.get(i)) {
          case Column.Text<E>(_, var of) -> printer.print(harmless(of.apply(entry)));
          case Column.Figure<E>(_, var of) -> {
            long number = of.applyAsLong(entry);
            sums[i] = Math.addExact(sums[i], number);
            printer.print(number);
          }
        }
      }
      printer.println();
      count++;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /**
   * Writes the last line: in the second column how many lines came before it, unless that column
   * has a sum of its own; below each other number its sum.
   */
  void end() throws IOException {
    printer.print(Export.LAST_LINE);
    for (int i = 1; i < sums.length; i++) {
      switch (columns.get(i)) {
        case Column.Figure<E> _ -> printer.print(sums[i]);
        case Column.Text<E> _ -> printer.print(i == 1 ? count : "");
      }
    }
    printer.println();
  }

  /** Writes a last line that only says that the file is whole: where sums would mean nothing. */
  void endWithoutSums() throws IOException {
    printer.print(Export.LAST_LINE);
    for (int i = 1; i < sums.length; i++) {
      printer.print("");
    }
    printer.println();
  }

  /** An apostrophe keeps Excel from computing a text; numbers never come here. */
  private static String harmless(String text) {
    return text.isEmpty() || DANGEROUS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
