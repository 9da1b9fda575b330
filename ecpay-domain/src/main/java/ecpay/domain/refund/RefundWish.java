package ecpay.domain.refund;

import ecpay.domain.allowance.document.Consent;
import ecpay.domain.invoice.VoidReason;
import java.util.Optional;

/**
 * What a merchant asks for.
 *
 * @param consent how the buyer agrees to allowances, if not as the merchant's policy says
 * @param customerName written on allowances, if any
 * @param reason why invoices are voided
 */
public record RefundWish(
    Goods goods, Optional<Consent> consent, Optional<String> customerName, VoidReason reason) {

  /** The same goods, agreed to like that. */
  public RefundWish with(Consent other) {
    return new RefundWish(goods, Optional.of(other), customerName, reason);
  }
}
