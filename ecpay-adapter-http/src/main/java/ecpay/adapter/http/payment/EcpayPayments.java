package ecpay.adapter.http.payment;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.adapter.http.hosted.HostedPayments;
import ecpay.adapter.http.setting.EcpaySettings.PaymentWire;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import java.util.Optional;

/** The table of the payments' operations: those of ECPG, and AIO's queries for hosted attempts. */
public final class EcpayPayments implements PaymentGateway {
  private final EcpayApi api;
  private final HostedPayments hosted;
  private final PaymentWire wire;

  public EcpayPayments(EcpayApi api, HostedPayments hosted, PaymentWire wire) {
    this.api = api;
    this.hosted = hosted;
    this.wire = wire;
  }

  /** What reads CB-01, CB-02, CB-05, CB-06 and CB-08. */
  public static PaymentNoticeReader notices() {
    return new EcpgNotices();
  }

  @Override
  public Answer<Session> getTokenbyTrade(Merchant merchant, Order order, Attempt attempt) {
    return api.call(
        merchant.payments(),
        new GetTokenbyTrade(order.content(), attempt, merchant.callbacks(), wire));
  }

  @Override
  public Answer<PaymentReply> createPayment(
      Merchant merchant, MerchantTradeNo tradeNo, PayToken payToken) {
    return api.call(merchant.payments(), new CreatePayment(tradeNo, payToken));
  }

  @Override
  public Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, Attempt attempt) {
    return switch (attempt.channel()) {
      case EMBEDDED ->
          api.call(
              merchant.payments(),
              new QueryTrade(merchant.payments().merchantId(), attempt.tradeNo()));
      case HOSTED -> hosted.queryTradeInfo(merchant, attempt.tradeNo());
    };
  }

  @Override
  public Answer<Optional<PaymentReport>> queryPaymentInfo(Merchant merchant, Attempt attempt) {
    return switch (attempt.channel()) {
      case EMBEDDED ->
          api.call(
              merchant.payments(),
              new QueryPaymentInfo(merchant.payments().merchantId(), attempt.tradeNo()));
      case HOSTED -> hosted.queryPaymentInfo(merchant, attempt.tradeNo());
    };
  }
}
