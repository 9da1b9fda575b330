package ecpay.domain.boundcard;

import ecpay.domain.merchant.Merchant;
import java.util.Optional;

/** Port: authenticates and decodes what a browser brings back from a binding (CB-04). */
public interface BindResultReader {
  /** The body is a form whose field ResultData holds the envelope; empty if it is not ECPay's. */
  Optional<BindResult> read(Merchant merchant, byte[] body);
}
