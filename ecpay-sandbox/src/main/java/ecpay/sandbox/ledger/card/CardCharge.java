package ecpay.sandbox.ledger.card;

/**
 * What the bank is asked to authorize.
 *
 * @param tradeNo ECPay's number; unique, also among the charges of one contract
 * @param amount whole TWD
 * @param instalments number of instalments, 0 for none, 30 for the flexible ones of Bank SinoPac
 * @param bonus whether bonus points take part
 * @param unionPay UnionPay is captured at once
 */
public record CardCharge(
    String merchantId,
    String merchantTradeNo,
    String tradeNo,
    long amount,
    int instalments,
    boolean bonus,
    boolean unionPay) {
  /** A single payment by an ordinary card. */
  public static CardCharge single(
      String merchantId, String merchantTradeNo, String tradeNo, long amount) {
    return new CardCharge(merchantId, merchantTradeNo, tradeNo, amount, 0, false, false);
  }

  /** Instalments and bonus points go back as a whole only (R-CAP-05). */
  public boolean onlyAsAWhole() {
    return instalments > 0 || bonus;
  }
}
