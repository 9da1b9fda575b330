package ecpay.app.web.console;

import java.util.List;

/** A table of a page; one without rows is shown as none. */
public record Table(String title, List<String> columns, List<List<Cell>> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * A cell; a state is shown as a badge.
   *
   * @param link where a click leads; empty for nowhere
   */
  public record Cell(String text, boolean isState, String link) {}

  public static Cell text(String text) {
    return new Cell(text, false, "");
  }

  public static Cell state(String word) {
    return new Cell(word, true, "");
  }

  public static Cell link(String text, String path) {
    return new Cell(text, false, path);
  }
}
