package ecpay.adapter.http.statement;

import ecpay.adapter.http.statement.Cells.UnreadableCellException;
import ecpay.domain.reconciliation.BrokenStatementException;
import ecpay.domain.reconciliation.StatementEntry;
import ecpay.domain.reconciliation.StatementLine;
import ecpay.domain.reconciliation.StatementLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a CSV file, read row by row; the first row says what the columns are. */
final class CsvLines implements StatementLines {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  /** Each of them may cost a look at the 64 Ki characters behind it. */
  private static final int MOST_NO_CSV = 1_000;

  private final BoundedRows source;
  private final Runnable atEnd;
  private Iterator<CSVRecord> rows;
  private final Headers headers;
  private long row = 1;
  private int noCsv;

  /**
   * @param further headers from the settings
   * @param atEnd done when it is closed
   * @throws BrokenStatementException when there is no header row, or a needed column is missing
   */
  CsvLines(BoundedRows source, Map<Column, List<String>> further, Runnable atEnd) {
    this.source = source;
    this.atEnd = atEnd;
    this.rows = rows();
    this.headers = new Headers(header(), further);
  }

  /** A parser that met what is no CSV is of no more use; the next begins where the row ends. */
  private Iterator<CSVRecord> rows() {
    try {
      return CSVParser.parse(source, FORMAT).iterator();
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  private CSVRecord header() {
    try {
      return read().orElseThrow(() -> new BrokenStatementException("the file is empty"));
    } catch (UncheckedIOException broken) {
      throw broken(broken);
    }
  }

  @Override
  public List<StatementEntry> next(int most) {
    List<StatementEntry> part = new ArrayList<>();
    while (part.size() < most) {
      Optional<StatementEntry> next = next();
      if (next.isEmpty()) {
        break;
      }
      part.add(next.get());
    }
    return part;
  }

  private Optional<StatementEntry> next() {
    try {
      Optional<CSVRecord> record = readCounted();
      while (record.filter(this::isSum).isPresent()) {
        record = readCounted();
      }
      return record.map(this::entry);
    } catch (UncheckedIOException broken) {
      if (source.isBroken()) {
        throw broken(broken);
      }
      if (++noCsv > MOST_NO_CSV) {
        throw new BrokenStatementException(
            "more than " + MOST_NO_CSV + " rows are no CSV, after row " + row);
      }
      row++;
      source.rowFails();
      rows = rows();
      return Optional.of(
          new StatementEntry.Unreadable(row, "no CSV: a quoted cell that does not end in its row"));
    }
  }

  private Optional<CSVRecord> readCounted() {
    Optional<CSVRecord> record = read();
    record.ifPresent(_ -> row++);
    return record;
  }

  /** A sum between the lines, as of each day in the bank's file, tells of no trade. */
  private boolean isSum(CSVRecord record) {
    String tradeNo = headers.cell(record, Column.ORDER_NUMBER);
    return (tradeNo.isEmpty() || Cells.isSum(tradeNo)) && record.stream().anyMatch(Cells::isSum);
  }

  private Optional<CSVRecord> read() {
    Optional<CSVRecord> next = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
    source.rowEnds();
    return next;
  }

  private BrokenStatementException broken(Exception cause) {
    String why =
        cause.getCause() instanceof BoundedRows.TooLongException tooLong
            ? String.valueOf(tooLong.getMessage())
            : "the file breaks off or is no CSV";
    return new BrokenStatementException(why + ", after row " + row);
  }

  private StatementEntry entry(CSVRecord record) {
    try {
      return line(record);
    } catch (UnreadableCellException unreadable) {
      return new StatementEntry.Unreadable(row, String.valueOf(unreadable.getMessage()));
    }
  }

  private StatementLine line(CSVRecord record) {
    String tradeNo = name(record, Column.ORDER_NUMBER);
    if (tradeNo.isEmpty()) {
      throw new UnreadableCellException(Column.ORDER_NUMBER, "an order number");
    }
    return new StatementLine(
        row,
        tradeNo,
        name(record, Column.ECPAY_NUMBER),
        name(record, Column.AUTHORIZATION),
        amount(record),
        status(record),
        name(record, Column.METHOD),
        Cells.time(headers.cell(record, Column.ORDER_DATE), Column.ORDER_DATE),
        Cells.time(headers.cell(record, Column.PAYMENT_DATE), Column.PAYMENT_DATE),
        Cells.day(headers.cell(record, Column.SETTLEMENT_DATE), Column.SETTLEMENT_DATE),
        fee(record),
        Cells.day(headers.cell(record, Column.DISBURSEMENT_DATE), Column.DISBURSEMENT_DATE),
        Cells.decimal(headers.cell(record, Column.DISBURSED), Column.DISBURSED));
  }

  private String name(CSVRecord record, Column column) {
    return Cells.name(headers.cell(record, column), column);
  }

  private long amount(CSVRecord record) {
    long amount = Cells.amount(headers.cell(record, Column.AMOUNT));
    boolean isRefund = headers.cell(record, Column.DIRECTION).contains("退");
    return isRefund && amount > 0 ? -amount : amount;
  }

  private StatementLine.Status status(CSVRecord record) {
    return switch (headers.cell(record, Column.STATUS)) {
      case "", "已付款", "1" -> StatementLine.Status.PAID;
      case "未付款", "0" -> StatementLine.Status.UNPAID;
      case "付款失敗", "2" -> StatementLine.Status.FAILED;
      default -> throw new UnreadableCellException(Column.STATUS, "已付款, 未付款 or 付款失敗");
    };
  }

  /** All fees together; empty where the file tells of none. */
  private Optional<BigDecimal> fee(CSVRecord record) {
    return Stream.of(Column.FEE, Column.PROCESS_FEE, Column.PLATFORM_FEE)
        .flatMap(column -> Cells.decimal(headers.cell(record, column), column).stream())
        .reduce(BigDecimal::add);
  }

  @Override
  public void close() {
    try (source) {
      atEnd.run();
    } catch (IOException unclosable) {
      throw new UncheckedIOException(unclosable);
    }
  }
}
