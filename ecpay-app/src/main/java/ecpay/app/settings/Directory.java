package ecpay.app.settings;

import static java.util.stream.Collectors.toUnmodifiableMap;

import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The merchants of the settings. */
final class Directory implements Merchants {
  private final List<Merchant> all;
  private final Map<MerchantId, Merchant> byId;

  Directory(List<Merchant> all) {
    this.all = all;
    this.byId = all.stream().collect(toUnmodifiableMap(Merchant::id, Function.identity()));
  }

  @Override
  public Optional<Merchant> find(MerchantId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public List<Merchant> all() {
    return all;
  }
}
