package ecpay.adapter.http.payment;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentNoticeReader;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.PaymentReport;
import java.util.Optional;

/** The table of ECPG's operations, called with the merchant's payment account. */
public final class EcpayPayments implements PaymentGateway {
  private final EcpayApi api;

  public EcpayPayments(EcpayApi api) {
    this.api = api;
  }

  /** What reads CB-01 and CB-02. */
  public static PaymentNoticeReader notices() {
    return new EcpgNotices();
  }

  @Override
  public Answer<Session> getTokenbyTrade(Merchant merchant, Order order, Attempt attempt) {
    return api.call(
        merchant.payments(), new GetTokenbyTrade(order.content(), attempt, merchant.callbacks()));
  }

  @Override
  public Answer<PaymentReply> createPayment(
      Merchant merchant, MerchantTradeNo tradeNo, PayToken payToken) {
    return api.call(merchant.payments(), new CreatePayment(tradeNo, payToken));
  }

  @Override
  public Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, Attempt attempt) {
    return api.call(
        merchant.payments(), new QueryTrade(merchant.payments().merchantId(), attempt.tradeNo()));
  }

  @Override
  public Answer<Optional<PaymentReport>> queryPaymentInfo(Merchant merchant, Attempt attempt) {
    return new Answer.Accepted<>(Optional.empty());
  }
}
