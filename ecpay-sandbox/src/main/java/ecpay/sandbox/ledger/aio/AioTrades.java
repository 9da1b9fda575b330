package ecpay.sandbox.ledger.aio;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All trades of the hosted checkout, at most a million, found by merchant and number or by page.
 */
public final class AioTrades {
  private static final int CAPACITY = 1_000_000;

  private record Key(String merchantId, String merchantTradeNo) {}

  private final Map<Key, AioTrade> byNumber = new LinkedHashMap<>();
  private final Map<String, AioTrade> byPage = new HashMap<>();

  public void add(AioTrade trade) {
    if (byNumber.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
    byNumber.put(new Key(trade.order().merchantId(), trade.order().merchantTradeNo()), trade);
    byPage.put(trade.pageId(), trade);
  }

  public Optional<AioTrade> find(String merchantId, String merchantTradeNo) {
    return Optional.ofNullable(byNumber.get(new Key(merchantId, merchantTradeNo)));
  }

  public Optional<AioTrade> withPage(String pageId) {
    return Optional.ofNullable(byPage.get(pageId));
  }

  /** The first trade of any merchant with this number, for people who know no merchant id. */
  public Optional<AioTrade> findAny(String merchantTradeNo) {
    return byNumber.values().stream()
        .filter(t -> t.order().merchantTradeNo().equals(merchantTradeNo))
        .findFirst();
  }

  public Collection<AioTrade> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }
}
