package ecpay.domain.allowance;

import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

  /** GetAllowance: one issued allowance by both numbers; empty when ECPay knows of none (D-10). */
  Answer<Optional<ListedAllowance>> getAllowance(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number);

  /** AllowanceInvalidByCollegiate: cancels one that waits for consent (R-ALW-24, D-09). */
  Answer<Withdrawn> allowanceInvalidByCollegiate(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason);

  /** AllowanceInvalid: voids an issued one (R-ALW-25); one already void (2000063) is accepted. */
  Answer<Withdrawn> allowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number, Reason reason);

  /** GetAllowanceInvalid: how an allowance was voided; empty when it was not. */
  Answer<Optional<KnownVoid>> getAllowanceInvalid(
      Merchant merchant, InvoiceNumber invoice, AllowanceNumber number);

  /** It no longer counts. */
  record Withdrawn() {}

  /**
   * @param at AI_Date
   * @param uploaded AI_Upload_Status
   */
  record KnownVoid(Instant at, String reason, boolean uploaded) {}

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
