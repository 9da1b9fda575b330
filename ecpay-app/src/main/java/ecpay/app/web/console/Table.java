package ecpay.app.web.console;

import ecpay.app.reading.Figures;
import ecpay.app.reading.Times;
import ecpay.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A table of a page; one without rows is shown as none. */
public record Table(String title, List<String> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** How a cell is shown: a state as a badge, a number at the right, a time in one line. */
  public enum Kind {
    TEXT,
    STATE,
    NUMBER,
    TIME
  }

  /**
   * A cell.
   *
   * @param link where a click leads; empty for nowhere
   */
  public record Cell(String text, Kind kind, String link) {}

  public static Cell text(String text) {
    return new Cell(text, Kind.TEXT, "");
  }

  public static Cell state(String word) {
    return new Cell(word, Kind.STATE, "");
  }

  public static Cell money(Money amount) {
    return new Cell(amount.toString(), Kind.NUMBER, "");
  }

  public static Cell number(BigDecimal number) {
    return new Cell(Figures.of(number), Kind.NUMBER, "");
  }

  /** Taipei time. */
  public static Cell time(Instant at) {
    return new Cell(Times.clock(at), Kind.TIME, "");
  }

  public static Cell link(String text, String path) {
    return new Cell(text, Kind.TEXT, path);
  }

  /** A cell of a column of numbers that has nothing to say. */
  public static Cell noNumber() {
    return new Cell("", Kind.NUMBER, "");
  }

  /** Whether a column holds numbers, so that its name stands above them. */
  public boolean isOfNumbers(int column) {
    return rows.getFirst().get(column).kind() == Kind.NUMBER;
  }
}
