package ecpay.domain.inmemory;

import ecpay.domain.identity.Identities;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Names that count up, the same in every run. */
public final class CountingIdentities implements Identities {
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong tradeNumbers = new AtomicLong();

  @Override
  public String nextId() {
    return String.format(Locale.ROOT, "ID%024d", ids.incrementAndGet());
  }

  @Override
  public String nextTradeNo() {
    return String.format(Locale.ROOT, "TN%018d", tradeNumbers.incrementAndGet());
  }
}
