package ecpay.adapter.http.statement;

import ecpay.domain.reconciliation.BrokenStatementException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** Which column of a file is what, found by its header row; columns that say nothing are left. */
final class Headers {
  private final Map<Column, Integer> places = new EnumMap<>(Column.class);

  /**
   * @param further headers from the settings, which come before the usual ones
   * @throws BrokenStatementException naming what is needed and not there
   */
  Headers(CSVRecord header, Map<Column, List<String>> further) {
    List<String> names = new ArrayList<>();
    header.forEach(name -> names.add(compact(Cells.plain(name))));
    for (Column column : Column.values()) {
      List<String> known = new ArrayList<>(further.getOrDefault(column, List.of()));
      known.addAll(column.headers());
      known.stream()
          .map(name -> names.indexOf(compact(name)))
          .filter(place -> place >= 0)
          .findFirst()
          .ifPresent(place -> places.put(column, place));
      if (column.isNeeded() && !places.containsKey(column)) {
        throw new BrokenStatementException(
            "no column %s: none of the headers is one of %s; name yours in reconciliation.columns"
                .formatted(column.key(), known));
      }
    }
  }

  /** Wide and narrow brackets are one, and spaces say nothing. */
  private static String compact(String name) {
    return name.replace('（', '(').replace('）', ')').replace(" ", "");
  }

  /** The cell of a row, without what spreadsheets wrap around it; empty where there is none. */
  String cell(CSVRecord row, Column column) {
    Integer place = places.get(column);
    return place == null || place >= row.size() ? "" : Cells.plain(row.get(place));
  }
}
