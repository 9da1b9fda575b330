package ecpay.adapter.http.setting;

import java.util.List;
import java.util.Map;

/**
 * How statement files are asked for and read, where the sources disagree.
 *
 * @param mediaFormat what TradeNoAio's MediaFormated says: 0 the old columns, 1 the new ones, 2
 *     those with the fees apart (D-41)
 * @param columns further headers, by column (U-03)
 */
public record StatementWire(int mediaFormat, Map<String, List<String>> columns) {
  /** The highest that {@code mediaFormat} may be. */
  public static final int NEWEST_FORMAT = 2;

  /** As the reference decides. */
  public static final StatementWire USUAL = new StatementWire(NEWEST_FORMAT, Map.of());

  public StatementWire {
    columns = Map.copyOf(columns);
    if (mediaFormat < 0 || mediaFormat > NEWEST_FORMAT) {
      throw new IllegalArgumentException("mediaFormat must be 0, 1 or 2");
    }
  }
}
