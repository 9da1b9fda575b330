package ecpay.domain.merchant;

import java.util.List;
import java.util.Optional;

/** Port: who sells through us. */
public interface Merchants {
  Optional<Merchant> find(MerchantId id);

  /** Every one of them, at least one. */
  List<Merchant> all();

  /**
   * The merchant of something that is already in the books.
   *
   * @throws IllegalStateException if it is gone, which is a fault of the settings
   */
  default Merchant get(MerchantId id) {
    return find(id)
        .orElseThrow(() -> new IllegalStateException("merchant " + id + " is not configured"));
  }
}
