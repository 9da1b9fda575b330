package ecpay.domain.invoice;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Merchant;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Port: what ECPay's books tell about invoices besides GetIssue, and their printed pages. */
public interface InvoiceArchive {

  /**
   * GetIssueList: one page of the invoices issued from one day through another, Taipei.
   *
   * @param page from 1
   * @param size 1 to 200
   */
  Answer<Page> getIssueList(
      Merchant merchant, LocalDate from, LocalDate through, int page, int size);

  /** GetInvalid: how an invoice was voided; empty when it was not. */
  Answer<Optional<KnownVoid>> getInvalid(
      Merchant merchant, RelateNumber relateNumber, IssuedInvoice invoice);

  /**
   * InvoicePrint: the page to print, good for about an hour. Invoices on a carrier and donated ones
   * have none.
   */
  Answer<URI> invoicePrint(Merchant merchant, IssuedInvoice invoice, PrintStyle style);

  /**
   * @param total how many there are on all pages
   */
  record Page(int total, List<KnownInvoice> invoices) {
    public Page {
      invoices = List.copyOf(invoices);
    }
  }

  /**
   * @param at II_Date
   * @param uploaded II_Upload_Status
   */
  record KnownVoid(Instant at, String reason, boolean uploaded) {}

  /** ECPay's PrintStyle; the B2B ones are for invoices with a company number only. */
  enum PrintStyle {
    SINGLE_SIDED(1),
    DOUBLE_SIDED(2),
    THERMAL(3),
    COMPANY_A4(4),
    COMPANY_A5(5);

    private final int code;

    PrintStyle(int code) {
      this.code = code;
    }

    /** The digit that ECPay uses. */
    public int code() {
      return code;
    }

    /** Whether only a company's invoice can be printed like that. */
    public boolean isForCompanies() {
      return this == COMPANY_A4 || this == COMPANY_A5;
    }
  }
}
