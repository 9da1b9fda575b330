package ecpay.sandbox.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a tester makes statement files say wrongly of trades, by MerchantTradeNo. Read and changed
 * under the ledger's lock only.
 */
public final class Misprints {
  private static final Set<String> AMOUNTS = Set.of("訂單金額", "交易金額");
  private static final Set<String> FEES = Set.of("手續費", "交易手續費", "金流手續費");

  private final Map<String, Misprint> byTradeNo = new HashMap<>();

  /**
   * What the files say of one trade.
   *
   * @param amount in place of its amount
   * @param fee in place of its fee
   * @param leftOut whether it is in no file at all
   */
  public record Misprint(Optional<String> amount, Optional<String> fee, boolean leftOut) {}

  public void put(String merchantTradeNo, Misprint misprint) {
    if (!byTradeNo.containsKey(merchantTradeNo)) {
      Ledger.requireRoom(byTradeNo);
    }
    byTradeNo.put(merchantTradeNo, misprint);
  }

  public void clear() {
    byTradeNo.clear();
  }

  /** The cells of a row as they are printed; empty when the row is left out. */
  public Optional<List<Object>> printed(
      String merchantTradeNo, List<String> header, List<?> cells) {
    var misprint = byTradeNo.get(merchantTradeNo);
    if (misprint == null) {
      return Optional.of(new ArrayList<>(cells));
    }
    if (misprint.leftOut()) {
      return Optional.empty();
    }
    var printed = new ArrayList<Object>(cells);
    for (var column = 0; column < printed.size(); column++) {
      var name = header.get(column);
      var place = column;
      misprint.amount().filter(_ -> AMOUNTS.contains(name)).ifPresent(a -> printed.set(place, a));
      misprint.fee().filter(_ -> FEES.contains(name)).ifPresent(f -> printed.set(place, f));
    }
    return Optional.of(printed);
  }
}
