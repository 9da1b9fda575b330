package ecpay.adapter.persistence.document;

import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.notification.Notice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

record NoticeJson(
    String invoice,
    @Nullable String allowance,
    Notice.Subject subject,
    Notice.Channel channel,
    Notice.Recipient recipient,
    @Nullable String phone,
    List<String> emails) {

  static NoticeJson of(Notice notice) {
    return new NoticeJson(
        notice.invoice().value(),
        notice.allowance().map(AllowanceNumber::value).orElse(null),
        notice.subject(),
        notice.channel(),
        notice.recipient(),
        notice.phone().map(PhoneNumber::value).orElse(null),
        notice.emails().stream().map(EmailAddress::value).toList());
  }

  Notice notice() {
    return new Notice(
        new InvoiceNumber(invoice),
        Optional.ofNullable(allowance).map(AllowanceNumber::new),
        subject,
        channel,
        recipient,
        Optional.ofNullable(phone).map(PhoneNumber::new),
        emails.stream().map(EmailAddress::new).toList());
  }
}
