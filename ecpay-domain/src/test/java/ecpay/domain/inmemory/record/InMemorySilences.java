package ecpay.domain.inmemory.record;

import ecpay.domain.journal.Silences;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemorySilences implements Silences {
  private final Map<String, Instant> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<Instant> until(String lane) {
    return Optional.ofNullable(kept.get(lane));
  }

  @Override
  public void keep(String lane, Instant until) {
    kept.put(lane, until);
  }
}
