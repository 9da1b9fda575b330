package ecpay.sandbox.ledger.trade;

import ecpay.sandbox.merchant.Merchant;
import java.util.Set;

/**
 * What GetTokenbyTrade agreed on.
 *
 * @param signer whose keys encrypt every later notice
 * @param platformId empty for an ordinary merchant
 * @param amount whole TWD
 * @param cardResultUrl browser return after a card, may be empty
 * @param unionPayResultUrl browser return after UnionPay, may be empty
 * @param atmDays days until an ATM account expires
 * @param cvsMinutes minutes until a store code expires
 * @param barcodeDays days until a barcode expires
 */
public record Terms(
    Merchant signer,
    String merchantId,
    String platformId,
    String merchantTradeNo,
    long amount,
    String itemName,
    String returnUrl,
    String cardResultUrl,
    String unionPayResultUrl,
    Set<PayMethod> methods,
    int atmDays,
    int cvsMinutes,
    int barcodeDays,
    String customField) {
  public Terms {
    methods = Set.copyOf(methods);
  }
}
