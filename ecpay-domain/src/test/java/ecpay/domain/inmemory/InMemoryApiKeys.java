package ecpay.domain.inmemory;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.ApiKey;
import ecpay.domain.merchant.ApiKey.Withdrawal;
import ecpay.domain.merchant.ApiKeyId;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

public final class InMemoryApiKeys implements ApiKeys {
  private final Tables tables;
  private final Table<Name, Kept> table;

  private record Name(MerchantId merchant, ApiKeyId id) {}

  private record Kept(ApiKey key, Optional<String> hash) {}

  public InMemoryApiKeys(Tables tables) {
    this.tables = tables;
    this.table = tables.table(List.of(Kept::hash));
  }

  @Override
  public Optional<ApiKey> bearing(byte[] sha256) {
    Optional<String> hash = Optional.of(HexFormat.of().formatHex(sha256));
    return table.findFirst(kept -> kept.hash.equals(hash)).map(Kept::key);
  }

  @Override
  public Optional<ApiKey> find(MerchantId merchant, ApiKeyId id) {
    return table.find(new Name(merchant, id)).map(Kept::key);
  }

  @Override
  public List<ApiKey> good(MerchantId merchant) {
    return of(merchant, key -> key.withdrawal().isEmpty(), Comparator.comparing(ApiKey::addedAt));
  }

  @Override
  public List<ApiKey> withdrawn(MerchantId merchant, int most) {
    Comparator<ApiKey> byEnd = Comparator.comparing(key -> key.withdrawal().orElseThrow().at());
    List<ApiKey> latestFirst = of(merchant, key -> key.withdrawal().isPresent(), byEnd.reversed());
    return latestFirst.stream().limit(most).toList();
  }

  private List<ApiKey> of(MerchantId merchant, Predicate<ApiKey> which, Comparator<ApiKey> order) {
    return table.where(kept -> kept.key.merchant().equals(merchant)).stream()
        .map(Kept::key)
        .filter(which)
        .sorted(order)
        .toList();
  }

  @Override
  public void lock(MerchantId merchant) {
    tables.demandTransaction();
  }

  @Override
  public void add(ApiKey key, byte[] sha256) {
    table.add(
        new Name(key.merchant(), key.id()),
        new Kept(key, Optional.of(HexFormat.of().formatHex(sha256))));
  }

  @Override
  public void withdraw(MerchantId merchant, ApiKeyId id, Withdrawal end) {
    ApiKey key =
        find(merchant, id)
            .filter(found -> found.withdrawal().isEmpty())
            .orElseThrow(() -> new IllegalStateException("no good key " + id));
    table.replace(new Name(merchant, id), new Kept(key.withdrawn(end), Optional.empty()));
  }
}
