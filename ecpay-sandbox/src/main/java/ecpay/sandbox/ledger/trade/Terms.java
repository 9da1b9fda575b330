package ecpay.sandbox.ledger.trade;

import ecpay.sandbox.merchant.Merchant;
import java.util.Set;

/**
 * What an order was agreed on.
 *
 * @param signer whose keys encrypt every later notice
 * @param platformId empty for an ordinary merchant
 * @param memberId MerchantMemberID, may be empty
 * @param amount whole TWD
 */
public record Terms(
    Merchant signer,
    String merchantId,
    String platformId,
    String merchantTradeNo,
    String memberId,
    long amount,
    String itemName,
    String returnUrl,
    String customField,
    Set<PayMethod> methods,
    CardOffer cards,
    CodeLimits codes) {
  public Terms {
    methods = Set.copyOf(methods);
  }
}
