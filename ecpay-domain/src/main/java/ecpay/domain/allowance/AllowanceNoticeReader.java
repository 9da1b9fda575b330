package ecpay.domain.allowance;

import ecpay.domain.inbox.Reading;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Instant;

/** Port: authenticates and decodes the consent callback CB-11 (R-CBK-07 to R-CBK-10). */
public interface AllowanceNoticeReader {

  /** The body is a form with a CheckMacValue made with the invoice keys. */
  Reading<ConsentReport> read(Merchant merchant, byte[] body);

  /**
   * The buyer has clicked.
   *
   * @param rtnCode 1 for success; nothing else is documented
   * @param at IA_Date
   * @param remaining IIS_Remain_Allowance_Amt, or IA_Remain_Allowance_Amt (R-CBK-10)
   */
  record ConsentReport(
      int rtnCode, AllowanceNumber number, InvoiceNumber invoice, Instant at, Money remaining) {}
}
