package ecpay.sandbox.ledger.trade;

import ecpay.sandbox.clock.SandboxClock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All trades, at most a million, found by merchant and number, by token, by PayToken or by page.
 */
public final class Trades {
  private static final DateTimeFormatter NUMBER_TIME =
      DateTimeFormatter.ofPattern("uuMMddHHmm", Locale.ROOT);

  private static final int CAPACITY = 1_000_000;

  private record Key(String merchantId, String merchantTradeNo) {}

  private record Pending(Trade trade, PayChoice choice) {}

  private final SandboxClock clock;
  private final Map<Key, Trade> byNumber = new LinkedHashMap<>();
  private final Map<String, Trade> byToken = new HashMap<>();
  private final Map<String, Pending> byPayToken = new HashMap<>();
  private final Map<String, Trade> byPage = new HashMap<>();
  private long numbers;

  public Trades(SandboxClock clock) {
    this.clock = clock;
  }

  /** Whether this merchant ever used this MerchantTradeNo (R-ORD-02). */
  public boolean isUsed(String merchantId, String merchantTradeNo) {
    return byNumber.containsKey(new Key(merchantId, merchantTradeNo));
  }

  public void add(Trade trade) {
    requireRoom(byNumber);
    byNumber.put(new Key(trade.terms().merchantId(), trade.terms().merchantTradeNo()), trade);
    byToken.put(trade.token(), trade);
  }

  public Optional<Trade> withToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** Remembers what a PayToken stands for; it can be taken once. */
  public void offer(String payToken, Trade trade, PayChoice choice) {
    requireRoom(byPayToken);
    byPayToken.put(payToken, new Pending(trade, choice));
  }

  /** The trade a PayToken belongs to, as long as the token is unused. */
  public Optional<Trade> withPayToken(String payToken) {
    return Optional.ofNullable(byPayToken.get(payToken)).map(Pending::trade);
  }

  /** Uses the PayToken up and gives the choice behind it. */
  public Optional<PayChoice> takePayToken(String payToken) {
    return Optional.ofNullable(byPayToken.remove(payToken)).map(Pending::choice);
  }

  public void page(Trade trade) {
    byPage.put(trade.pageId(), trade);
  }

  public Optional<Trade> withPage(String pageId) {
    return Optional.ofNullable(byPage.get(pageId));
  }

  public Optional<Trade> find(String merchantId, String merchantTradeNo) {
    return Optional.ofNullable(byNumber.get(new Key(merchantId, merchantTradeNo)));
  }

  /** The first trade of any merchant with this number, for people who know no merchant id. */
  public Optional<Trade> findAny(String merchantTradeNo) {
    return byNumber.values().stream()
        .filter(t -> t.terms().merchantTradeNo().equals(merchantTradeNo))
        .findFirst();
  }

  public Collection<Trade> all() {
    return Collections.unmodifiableCollection(byNumber.values());
  }

  private static void requireRoom(Map<?, ?> shelf) {
    if (shelf.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
  }

  /** A new TradeNo of ECPay: minute of the day and a running number, 16 digits. */
  public String nextTradeNo() {
    return clock.now().format(NUMBER_TIME)
        + String.format(Locale.ROOT, "%06d", ++numbers % 1_000_000);
  }
}
