package ecpay.domain.identity;

/** Port: fresh names. Never gives the same one twice, on any node. */
public interface Identities {
  /** A new id of 26 upper-case letters and digits, sortable by time and not guessable. */
  String nextId();

  /** A new MerchantTradeNo of 20 upper-case letters and digits (R-ORD-01, R-ORD-02). */
  String nextTradeNo();
}
