package ecpay.domain.inmemory;

import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.merchant.Merchants;
import java.util.List;
import java.util.Optional;

/** One merchant, whose settings may change while it works. */
public final class OnlyMerchant implements Merchants {
  private Merchant merchant;

  public OnlyMerchant(Merchant merchant) {
    this.merchant = merchant;
  }

  public void becomes(Merchant changed) {
    merchant = changed;
  }

  @Override
  public List<Merchant> all() {
    return List.of(merchant);
  }

  @Override
  public Optional<Merchant> find(MerchantId id) {
    return all().stream().filter(known -> known.id().equals(id)).findFirst();
  }
}
