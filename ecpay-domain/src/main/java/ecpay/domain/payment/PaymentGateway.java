package ecpay.domain.payment;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import java.time.Instant;
import java.util.Optional;

/** Port: ECPay's in-site payment (ECPG). Calls take up to 30 seconds and more. */
public interface PaymentGateway {

  /** GetTokenbyTrade: opens the buyer's payment form. */
  Answer<Session> getTokenbyTrade(Merchant merchant, Order order, Attempt attempt);

  /** CreatePayment: charges with what the buyer entered. Unknown means: ask, never repeat. */
  Answer<PaymentReply> createPayment(Merchant merchant, MerchantTradeNo tradeNo, PayToken payToken);

  /** Cashier/QueryTrade: what became of an attempt; empty when ECPay does not know it (D-31). */
  Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, MerchantTradeNo tradeNo);

  /**
   * An opened payment form.
   *
   * @param expiresAt TokenExpireDate
   */
  record Session(CheckoutToken token, Instant expiresAt) {}
}
