package ecpay.domain.inmemory;

import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import java.util.List;
import java.util.Optional;

/** The merchants that it was given, and no other. */
public record FixedMerchants(List<Merchant> all) implements Merchants {
  public FixedMerchants {
    all = List.copyOf(all);
  }

  public FixedMerchants(Merchant... all) {
    this(List.of(all));
  }

  @Override
  public Optional<Merchant> find(MerchantId id) {
    return all.stream().filter(merchant -> merchant.id().equals(id)).findFirst();
  }
}
