package ecpay.domain.allowance;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Port: ECPay's allowances. */
public interface AllowanceGateway {

  /** AllowanceByCollegiate: asks the buyer for consent by mail; not yet an allowance. */
  Answer<ConsentRequest> allowanceByCollegiate(Merchant merchant, AllowanceDocument document);

  /** Allowance: issues at once, against a signature on paper. */
  Answer<PaperAllowance> allowance(Merchant merchant, AllowanceDocument document);

  /**
   * GetAllowanceList by invoice number and invoice date: the issued allowances of an invoice, empty
   * when there are none. Those that wait for consent are not listed.
   */
  Answer<List<ListedAllowance>> getAllowanceList(
      Merchant merchant, InvoiceNumber invoice, LocalDate invoiceDate);

  /**
   * @param deadline IA_TempExpireDate, else IA_TempDate and 72 hours (R-ALW-21)
   * @param remaining IA_Remain_Allowance_Amt, already without this one
   */
  record ConsentRequest(AllowanceNumber number, Instant deadline, Money remaining) {}

  /**
   * @param remaining IA_Remain_Allowance_Amt
   */
  record PaperAllowance(AllowanceNumber number, Instant issuedAt, Money remaining) {}

  /**
   * @param amount IA_Total_Tax_Amount, with tax
   * @param voided IA_Invalid_Status
   */
  record ListedAllowance(AllowanceNumber number, Instant issuedAt, Money amount, boolean voided) {}
}
