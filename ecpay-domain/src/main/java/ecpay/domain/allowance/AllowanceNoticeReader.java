package ecpay.domain.allowance;

import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.time.Instant;

/** Port: authenticates and decodes the consent callback CB-11 (R-CBK-07 to R-CBK-10). */
public interface AllowanceNoticeReader {

  /** The body is a form with a CheckMacValue made with the invoice keys. */
  Reading read(Merchant merchant, byte[] body);

  /** What the reader makes of a body. */
  sealed interface Reading {
    /** Came from ECPay. */
    record Authentic(ConsentReport report) implements Reading {}

    /**
     * Did not, or cannot be shown to.
     *
     * @param reason short and uniform, without detail for an attacker
     */
    record Refused(String reason) implements Reading {}
  }

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
