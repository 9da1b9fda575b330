package ecpay.domain.inbox;

import ecpay.domain.merchant.MerchantId;
import java.time.Instant;

/** Port: what ECPay sent us. Raw bodies are kept before anything is done with them (R-CBK-05). */
public interface Inbox {

  /**
   * Keeps an authentic notice, inside the transaction that acts on it.
   *
   * @return whether it is new: no notice with the same {@link Meaning} was kept before (R-CBK-03)
   */
  boolean keep(Meaning meaning, byte[] body, Instant at);

  /** Whether a notice of that meaning was kept; inside a transaction. */
  boolean isKept(Meaning meaning);

  /**
   * Keeps evidence of a notice that was not authentic, in a transaction of its own. The number and
   * size of such rows are bounded for each merchant, because anybody can send them: the newest
   * stay, and equal ones once, with the time of the latest.
   */
  void keepRefused(MerchantId merchant, String callback, String reason, byte[] body, Instant at);

  /**
   * What makes two notices the same. The body does not: the text of a repeat differs from the
   * first.
   *
   * @param callback id of the callback in the reference, such as {@code CB-01}
   * @param subject MerchantTradeNo or IA_Allow_No
   * @param resultCode RtnCode, and what else tells two facts apart
   * @param ecpayNumber ECPay's TradeNo or authorization number; may be empty
   */
  record Meaning(
      MerchantId merchant,
      String callback,
      String subject,
      String resultCode,
      String ecpayNumber) {}
}
