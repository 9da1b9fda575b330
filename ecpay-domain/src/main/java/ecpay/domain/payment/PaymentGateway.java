package ecpay.domain.payment;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.report.PaymentReport;
import java.time.Instant;
import java.util.Optional;

/** Port: ECPay's payments, embedded and hosted. Calls take up to 30 seconds and more. */
public interface PaymentGateway {

  /** GetTokenbyTrade: opens the buyer's payment form. */
  Answer<Session> getTokenbyTrade(Merchant merchant, Order order, Attempt attempt);

  /** CreatePayment: charges with what the buyer entered. Unknown means: ask, never repeat. */
  Answer<PaymentReply> createPayment(Merchant merchant, MerchantTradeNo tradeNo, PayToken payToken);

  /**
   * Cashier/QueryTrade, or QueryTradeInfo/V5 for a hosted attempt: what became of it; empty when
   * ECPay does not know it (D-31).
   */
  Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, Attempt attempt);

  /**
   * QueryPaymentInfo: the code that the buyer was given, as a report of {@code CodeIssued}; empty
   * when ECPay has issued none.
   */
  Answer<Optional<PaymentReport>> queryPaymentInfo(Merchant merchant, Attempt attempt);

  /**
   * An opened payment form.
   *
   * @param expiresAt TokenExpireDate
   */
  record Session(CheckoutToken token, Instant expiresAt) {}
}
