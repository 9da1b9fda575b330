package ecpay.adapter.http.hosted;

import ecpay.adapter.http.aio.AioApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.HostedCheckout;
import ecpay.domain.payment.report.PaymentReport;
import java.util.Optional;

/** The table of AIO's payment operations, called with the merchant's payment account. */
public final class HostedPayments implements HostedCheckout {
  private final AioApi api;
  private final String language;

  /**
   * @param language of ECPay's page: CHT, ENG, KOR, JPN or CHI; empty for its own choice
   */
  public HostedPayments(AioApi api, String language) {
    this.api = api;
    this.language = language;
  }

  @Override
  public Form form(Merchant merchant, Order order, Attempt attempt) {
    AioCheckOut checkout =
        new AioCheckOut(
            order.content(),
            attempt,
            merchant.callbacks(),
            merchant.payments().merchantId(),
            language);
    return new Form(
        api.address(checkout.host(), checkout.path()),
        api.signed(merchant.payments(), checkout::write).stream()
            .map(field -> new Field(field.name(), field.value()))
            .toList());
  }

  /** QueryTradeInfo/V5: what became of it; empty when ECPay does not know it (D-31). */
  public Answer<Optional<PaymentReport>> queryTradeInfo(Merchant merchant, MerchantTradeNo number) {
    return api.call(
        merchant.payments(), new QueryTradeInfo(merchant.payments().merchantId(), number));
  }

  /** QueryPaymentInfo: the code that the buyer was given; empty when there is none. */
  public Answer<Optional<PaymentReport>> queryPaymentInfo(
      Merchant merchant, MerchantTradeNo number) {
    return api.call(
        merchant.payments(), new QueryPaymentInfo(merchant.payments().merchantId(), number));
  }

  /** CB-05, ReturnURL, and CB-08, OrderResultURL. */
  public static Reading<PaymentReport> readReturn(Merchant merchant, byte[] body) {
    return Notices.read(merchant, body, Notices::result);
  }

  /** CB-06, PaymentInfoURL. */
  public static Reading<PaymentReport> readPaymentInfo(Merchant merchant, byte[] body) {
    return Notices.read(merchant, body, Notices::code);
  }
}
