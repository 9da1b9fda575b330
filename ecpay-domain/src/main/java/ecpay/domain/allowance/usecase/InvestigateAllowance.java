package ecpay.domain.allowance.usecase;

import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.answer.Answer;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.Invoices;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.transaction.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out from ECPay's books what became of an allowance: first the list of issued allowances,
 * then, where a request may be waiting unseen, the invoice's remaining amount. Queries only.
 */
public final class InvestigateAllowance {
  private final Transactions transactions;
  private final Invoices invoices;
  private final AllowanceGateway allowanceGateway;
  private final InvoiceGateway invoiceGateway;
  private final JudgeAllowance judge;

  public InvestigateAllowance(
      Transactions transactions,
      Invoices invoices,
      AllowanceGateway allowanceGateway,
      InvoiceGateway invoiceGateway,
      JudgeAllowance judge) {
    this.transactions = transactions;
    this.invoices = invoices;
    this.allowanceGateway = allowanceGateway;
    this.invoiceGateway = invoiceGateway;
    this.judge = judge;
  }

  Progress investigate(Merchant merchant, Allowance allowance) {
    List<Allowance> before = judge.ofInvoice(allowance);
    AllowanceDocument document = allowance.draft().document();
    return whenAccepted(
        "GetAllowanceList",
        allowanceGateway.getAllowanceList(
            merchant, document.invoice().number(), document.invoice().issuedOn()),
        listed -> withList(merchant, allowance, before, listed));
  }

  private Progress withList(
      Merchant merchant,
      Allowance allowance,
      List<Allowance> before,
      List<ListedAllowance> listed) {
    if (!(allowance instanceof Allowance.Unconfirmed)) {
      return transactions.inTransaction(() -> judge.byList(allowance, listed));
    }
    Invoice invoice =
        invoices
            .findByNumber(allowance.merchant(), allowance.draft().document().invoice().number())
            .orElseThrow();
    return whenAccepted(
        "GetIssue",
        invoiceGateway.getIssue(merchant, invoice.document().relateNumber()),
        (Optional<KnownInvoice> known) ->
            known.isEmpty()
                ? new Progress.TryAgain("GetIssue does not know the invoice of " + allowance.id())
                : transactions.inTransaction(() ->
                    judge.byListAndRemaining(allowance, before, listed, known.get().remaining())));
  }

  private static <T> Progress whenAccepted(
      String operation, Answer<T> answer, Function<T, Progress> next) {
    return switch (answer) {
      case Answer.Accepted<T>(T value) -> next.apply(value);
      case Answer.Unaccepted<T> not -> new Progress.TryAgain(operation + " " + not.why());
    };
  }
}
