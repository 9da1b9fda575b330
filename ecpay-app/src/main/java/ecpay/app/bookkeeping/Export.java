package ecpay.app.bookkeeping;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.reading.Words;
import ecpay.domain.bookkeeping.InvoiceEntry;
import ecpay.domain.bookkeeping.Ledger.TermBooks;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A file that can be taken out of the books of a term. */
public enum Export {
  /** All invoices issued in the term, void ones included. */
  INVOICES,
  /** Those of them that are void. */
  VOIDS,
  /** All allowances issued in the term, void ones included. */
  ALLOWANCES,
  /** The sums over them, by kind of document and kind of tax. */
  TOTALS;

  /** The first cell of the last line of every file; a file that was cut has no such line. */
  public static final String LAST_LINE = "合計";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Such as {@code invoices.csv}. */
  public String file() {
    return Words.of(this) + ".csv";
  }

  /**
   * Writes the file in UTF-8 with a byte order mark, each row as it is read; only a file that is
   * whole has its {@link #LAST_LINE}. The stream is flushed, not closed.
   *
   * @throws IOException when it cannot be written
   */
  public void write(TermBooks books, OutputStream out) throws IOException {
    try {
      writeRows(books, out);
    } catch (UncheckedIOException unwritable) {
      throw unwritable.getCause();
    }
  }

  private void writeRows(TermBooks books, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    text.write(BYTE_ORDER_MARK);
    switch (this) {
      case INVOICES -> {
        CsvFile<InvoiceEntry> file = new CsvFile<>(InvoiceColumns.ALL, text);
        books.invoices(file::add);
        file.end();
      }
      case VOIDS -> {
        CsvFile<InvoiceEntry> file = new CsvFile<>(InvoiceColumns.ALL, text);
        books.invoices(invoice -> {
          if (invoice.voided().isPresent()) {
            file.add(invoice);
          }
        });
        file.end();
      }
      case ALLOWANCES -> {
        var file = new CsvFile<>(AllowanceColumns.ALL, text);
        books.allowances(file::add);
        file.end();
      }
      case TOTALS -> {
        var file = new CsvFile<>(TermTotals.COLUMNS, text);
        TermTotals.lines(books.totals()).forEach(file::add);
        file.endWithoutSums(); // invoices and allowances, live and void, do not add up
      }
    }
    text.flush();
  }
}
