package ecpay.adapter.http;

import ecpay.domain.allowance.AllowanceDocument;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceDocument;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.RelateNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.Order;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.PaymentReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The table of ECPay's operations: payments with the merchant's payment account, invoices,
 * allowances and notices with its invoice account.
 */
final class Gateways
    implements PaymentGateway, InvoiceGateway, AllowanceGateway, NotificationGateway {
  private final EcpayApi api;

  Gateways(EcpayApi api) {
    this.api = api;
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
  public Answer<Optional<PaymentReport>> queryTrade(Merchant merchant, MerchantTradeNo tradeNo) {
    return api.call(merchant.payments(), new QueryTrade(merchant.payments().merchantId(), tradeNo));
  }

  @Override
  public Answer<IssuedInvoice> issue(Merchant merchant, InvoiceDocument document) {
    return api.call(merchant.invoices(), new Issue(document));
  }

  @Override
  public Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber) {
    return api.call(merchant.invoices(), new GetIssue(relateNumber));
  }

  /**
   * @throws IllegalArgumentException for consent on paper, which goes to {@link #allowance}
   */
  @Override
  public Answer<ConsentRequest> allowanceByCollegiate(
      Merchant merchant, AllowanceDocument document) {
    return switch (document.consent()) {
      case Consent.Online online ->
          api.call(merchant.invoices(), new AllowanceByCollegiate(document, online));
      case Consent.Paper _ ->
          throw new IllegalArgumentException("consent on paper goes to Allowance");
    };
  }

  /**
   * @throws IllegalArgumentException for online consent, which this would pass over
   */
  @Override
  public Answer<PaperAllowance> allowance(Merchant merchant, AllowanceDocument document) {
    return switch (document.consent()) {
      case Consent.Paper paper ->
          api.call(merchant.invoices(), new Allowance(document, paper.notice()));
      case Consent.Online _ ->
          throw new IllegalArgumentException("online consent goes to AllowanceByCollegiate");
    };
  }

  @Override
  public Answer<List<ListedAllowance>> getAllowanceList(
      Merchant merchant, InvoiceNumber invoice, LocalDate invoiceDate) {
    return api.call(merchant.invoices(), new GetAllowanceList(invoice, invoiceDate));
  }

  @Override
  public Answer<Sent> invoiceNotify(Merchant merchant, Notice notice) {
    return api.call(merchant.invoices(), new InvoiceNotify(notice));
  }
}
