package ecpay.domain.payment.report;

/** Where the money of a code came from. */
public sealed interface Payer {

  /**
   * A transfer.
   *
   * @param bank ATMAccBank, 3 digits
   * @param accountTail ATMAccNo, the last 5 digits of the account
   */
  record Account(String bank, String accountTail) implements Payer {}

  /**
   * A shop counter.
   *
   * @param chain PayFrom: family, hilife, okmart, ibon
   * @param store PayStoreID and PayStoreName; empty where ECPay sent none
   */
  record Counter(String chain, String store) implements Payer {}
}
