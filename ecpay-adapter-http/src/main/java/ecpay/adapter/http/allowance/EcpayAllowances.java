package ecpay.adapter.http.allowance;

import ecpay.adapter.http.call.EcpayApi;
import ecpay.crypto.Digest;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of ECPay's operations on allowances, called with the merchant's invoice account. */
public final class EcpayAllowances implements AllowanceGateway {
  private final EcpayApi api;

  public EcpayAllowances(EcpayApi api) {
    this.api = api;
  }

  /**
   * What reads CB-11.
   *
   * @param digests what may sign it (D-06)
   */
  public static AllowanceNoticeReader notices(Set<Digest> digests) {
    return new ConsentNotices(digests);
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
  public Answer<Optional<ListedAllowance>> getAllowance(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number) {
    return api.call(merchant.invoices(), new GetAllowance(new BothNumbers(invoice, number)));
  }

  @Override
  public Answer<Withdrawn> allowanceInvalidByCollegiate(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    return api.call(merchant.invoices(), new AllowanceInvalidByCollegiate(invoice, number, reason));
  }

  @Override
  public Answer<Withdrawn> allowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    return api.call(merchant.invoices(), new AllowanceInvalid(invoice, number, reason));
  }

  @Override
  public Answer<Optional<KnownVoid>> getAllowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number) {
    return api.call(merchant.invoices(), new GetAllowanceInvalid(new BothNumbers(invoice, number)));
  }
}
