package ecpay.adapter.http.notification;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.NotificationGateway;

/** Has ECPay notify buyers, with the merchant's invoice account. */
public final class EcpayNotifications implements NotificationGateway {
  private final EcpayApi api;

  public EcpayNotifications(EcpayApi api) {
    this.api = api;
  }

  @Override
  public Answer<Sent> invoiceNotify(Merchant merchant, Notice notice) {
    return api.call(merchant.invoices(), new InvoiceNotify(notice));
  }
}
