package ecpay.domain.notification;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;

/** Port: ECPay's InvoiceNotify. Each call sends a message; there is no query. */
public interface NotificationGateway {
  Answer<Sent> invoiceNotify(Merchant merchant, Notice notice);

  /** ECPay has taken the notice. */
  record Sent() {}
}
