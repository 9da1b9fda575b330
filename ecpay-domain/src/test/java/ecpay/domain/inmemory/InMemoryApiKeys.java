package ecpay.domain.inmemory;

import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.merchant.ApiKeys;
import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

public final class InMemoryApiKeys implements ApiKeys {
  private final Table<String, MerchantId> table;

  public InMemoryApiKeys(Tables tables) {
    this.table = tables.table(List.of());
  }

  @Override
  public Optional<MerchantId> ownerOf(byte[] sha256) {
    return table.find(HexFormat.of().formatHex(sha256));
  }

  @Override
  public void add(MerchantId merchant, byte[] sha256, Instant at) {
    table.add(HexFormat.of().formatHex(sha256), merchant);
  }

  @Override
  public boolean anyFor(MerchantId merchant) {
    return table.findFirst(merchant::equals).isPresent();
  }
}
