package ecpay.adapter.http.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.NotificationGateway.Sent;

/** Has ECPay send a notice (seed 003). Each call sends one more. */
record InvoiceNotify(Notice notice) implements InvoiceOperation<Sent> {
  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceNo", notice.invoice().value());
    notice.allowance().ifPresent(number -> data.put("AllowanceNo", number.value()));
    notice.phone().ifPresent(phone -> data.put("Phone", phone.value()));
    if (!notice.emails().isEmpty()) {
      data.put("NotifyMail", notice.joinedEmails());
    }
    data.put("Notify", notice.channel().code());
    data.put("InvoiceTag", notice.subject().tag());
    data.put("Notified", notice.recipient().code());
  }

  @Override
  public Answer<Sent> read(Fields answer) {
    return answer.isSuccess() ? new Answer.Accepted<>(new Sent()) : answer.refusal();
  }
}
