package ecpay.domain.invoice;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import java.util.Optional;

/** Port: ECPay's B2C e-invoice, what makes and unmakes an invoice. */
public interface InvoiceGateway {

  /**
   * Issue. A RelateNumber that ECPay has seen before (5070357, 10000009) answers Unknown: the
   * earlier call may have succeeded, so ask.
   */
  Answer<IssueReply> issue(Merchant merchant, InvoiceDocument document);

  /** GetIssue by RelateNumber; empty when ECPay knows of no such invoice. */
  Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber);

  /** Invalid. */
  Answer<Done> invalid(Merchant merchant, IssuedInvoice invoice, VoidReason reason);

  /**
   * VoidWithReIssue: annuls the invoice and issues it anew with this document.
   *
   * @return the number and time it had before, with a new random number
   */
  Answer<IssuedInvoice> voidWithReIssue(
      Merchant merchant, IssuedInvoice invoice, VoidReason reason, InvoiceDocument document);

  /** What Issue brings. */
  sealed interface IssueReply {
    record Issued(IssuedInvoice invoice) implements IssueReply {}

    /** No usable number track, or no number left (5070350, 1500047): nothing was issued. */
    record NoNumbers(String code, String message) implements IssueReply {}
  }

  /** ECPay did it; there is nothing more to tell. */
  record Done() {}
}
