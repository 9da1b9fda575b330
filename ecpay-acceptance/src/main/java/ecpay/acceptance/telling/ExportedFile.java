package ecpay.acceptance.telling;

import java.util.List;

/**
 * A CSV file of a term's books, read as a spreadsheet reads it: the first line names the columns,
 * the last one carries the sums. No text of the stories holds a comma or a quotation mark.
 */
public final class ExportedFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LAST_LINE = "合計";

  private final boolean marked;
  private final List<List<String>> lines;

  public ExportedFile(String text) {
    this.marked = text.startsWith(BYTE_ORDER_MARK);
    this.lines =
        text.replace(BYTE_ORDER_MARK, "")
            .lines()
            .map(line -> List.of(line.split(",", -1)))
            .toList();
  }

  /** Whether Excel will take it for UTF-8. */
  public boolean isMarked() {
    return marked;
  }

  /** Whether it came to its end. */
  public boolean isWhole() {
    return lines.getLast().getFirst().equals(LAST_LINE);
  }

  public int count() {
    return rows().size();
  }

  /** The sum of a column as its rows show it. */
  public long sum(String heading) {
    return rows().stream().mapToLong(row -> Long.parseLong(row.get(column(heading)))).sum();
  }

  /** The sum of a column as the last line shows it. */
  public long total(String heading) {
    return Long.parseLong(lines.getLast().get(column(heading)));
  }

  /** How many rows show that in a column. */
  public long countWhere(String heading, String start) {
    return rows().stream().filter(row -> row.get(column(heading)).startsWith(start)).count();
  }

  /** The figure that the row which begins with a word shows in a column. */
  public long figure(String row, String heading) {
    return rows().stream()
        .filter(cells -> cells.getFirst().startsWith(row))
        .mapToLong(cells -> Long.parseLong(cells.get(column(heading))))
        .sum();
  }

  private List<List<String>> rows() {
    return lines.subList(1, lines.size() - 1);
  }

  private int column(String heading) {
    for (int i = 0; i < lines.getFirst().size(); i++) {
      if (lines.getFirst().get(i).startsWith(heading)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + heading + " in " + lines.getFirst());
  }
}
