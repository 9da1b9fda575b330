package ecpay.domain.notification.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Allowances;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.Notice.Channel;
import ecpay.domain.notification.Notice.Recipient;
import ecpay.domain.notification.Notice.Subject;
import ecpay.domain.order.OrderId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the buyer of an order should have been told by now. ECPay itself tells of new allowances, as
 * AllowanceNotify says.
 */
public final class DueNotices {
  private final Invoices invoices;
  private final Allowances allowances;

  public DueNotices(Invoices invoices, Allowances allowances) {
    this.invoices = invoices;
    this.allowances = allowances;
  }

  Stream<Notice> of(MerchantId merchant, OrderId order) {
    return Stream.concat(
        invoices.ofOrder(merchant, order).stream().flatMap(invoice -> about(invoice).stream()),
        allowances.ofOrder(merchant, order).stream().flatMap(one -> about(one).stream()));
  }

  private static Optional<Notice> about(Invoice invoice) {
    return switch (invoice) {
      case Invoice.Issued issued ->
          Optional.of(
              notice(
                  issued.document(),
                  issued.facts().number(),
                  Optional.empty(),
                  Subject.INVOICE_ISSUED));
      case Invoice.Voided voided ->
          Optional.of(
              notice(
                  voided.document(),
                  voided.facts().number(),
                  Optional.empty(),
                  Subject.INVOICE_VOIDED));
      case Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Scheduled _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          Optional.empty();
    };
  }

  private Optional<Notice> about(Allowance allowance) {
    return allowance instanceof Allowance.Voided voided
        ? invoices
            .findByNumber(voided.merchant(), voided.draft().document().invoice().number())
            .map(Invoice::document)
            .map(document ->
                notice(
                    document,
                    voided.draft().document().invoice().number(),
                    Optional.of(voided.number()),
                    Subject.ALLOWANCE_VOIDED))
        : Optional.empty();
  }

  private static Notice notice(
      InvoiceDocument document,
      InvoiceNumber invoice,
      Optional<AllowanceNumber> allowance,
      Subject subject) {
    return new Notice(
        invoice,
        allowance,
        subject,
        document.email().isPresent() ? Channel.EMAIL : Channel.SMS,
        Recipient.CUSTOMER,
        document.phone(),
        document.email().stream().toList());
  }
}
