package ecpay.adapter.http.invoice;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.delay.DelayNoticeReader;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.InvoiceTiming;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/** The table of ECPay's operations on invoices, called with the merchant's invoice account. */
public final class EcpayInvoices implements InvoiceGateway, DelayGateway, InvoiceArchive {
  private final EcpayApi api;
  private final URI host;

  /**
   * @param host where the e-invoice service is; its pages may be shown without https if it is
   *     itself reached without (a sandbox)
   */
  public EcpayInvoices(EcpayApi api, URI host) {
    this.api = api;
    this.host = host;
  }

  /** What reads CB-10. */
  public static DelayNoticeReader notices() {
    return new DelayNotices();
  }

  @Override
  public Answer<IssueReply> issue(Merchant merchant, InvoiceDocument document) {
    return api.call(merchant.invoices(), new Issue(document));
  }

  @Override
  public Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber) {
    return api.call(merchant.invoices(), new GetIssue(relateNumber));
  }

  @Override
  public Answer<Done> invalid(Merchant merchant, IssuedInvoice invoice, VoidReason reason) {
    return api.call(merchant.invoices(), new Invalid(invoice, reason));
  }

  @Override
  public Answer<IssuedInvoice> voidWithReIssue(
      Merchant merchant, IssuedInvoice invoice, VoidReason reason, InvoiceDocument document) {
    return api.call(merchant.invoices(), new VoidWithReIssue(invoice, reason, document));
  }

  @Override
  public Answer<Done> delayIssue(
      Merchant merchant, InvoiceId tsr, InvoiceDocument document, InvoiceTiming.Delayed delay) {
    return api.call(
        merchant.invoices(),
        new DelayIssue(tsr, document, delay, merchant.callbacks().delayedInvoice()));
  }

  @Override
  public Answer<Done> editDelayIssue(Merchant merchant, InvoiceId tsr, InvoiceDocument document) {
    return api.call(
        merchant.invoices(),
        new EditDelayIssue(tsr, document, merchant.callbacks().delayedInvoice()));
  }

  @Override
  public Answer<Trigger> triggerIssue(Merchant merchant, InvoiceId tsr) {
    return api.call(merchant.invoices(), new TriggerIssue(tsr));
  }

  @Override
  public Answer<Done> cancelDelayIssue(Merchant merchant, InvoiceId tsr) {
    return api.call(merchant.invoices(), new CancelDelayIssue(tsr));
  }

  @Override
  public Answer<Page> getIssueList(
      Merchant merchant, LocalDate from, LocalDate through, int page, int size) {
    return api.call(merchant.invoices(), new GetIssueList(from, through, page, size));
  }

  @Override
  public Answer<Optional<KnownVoid>> getInvalid(
      Merchant merchant, RelateNumber relateNumber, IssuedInvoice invoice) {
    return api.call(merchant.invoices(), new GetInvalid(relateNumber, invoice));
  }

  @Override
  public Answer<URI> invoicePrint(Merchant merchant, IssuedInvoice invoice, PrintStyle style) {
    return api.call(merchant.invoices(), new InvoicePrint(invoice, style, host));
  }
}
