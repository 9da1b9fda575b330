package ecpay.domain.invoice;

import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.money.Money;
import java.util.Optional;

/** Port: ECPay's B2C e-invoice. */
public interface InvoiceGateway {

  /**
   * Issue. A RelateNumber that ECPay has seen before (5070357, 10000009) answers Unknown: the
   * earlier call may have succeeded, so ask.
   */
  Answer<IssuedInvoice> issue(Merchant merchant, InvoiceDocument document);

  /** GetIssue by RelateNumber; empty when ECPay knows of no such invoice. */
  Answer<Optional<KnownInvoice>> getIssue(Merchant merchant, RelateNumber relateNumber);

  /**
   * An invoice as ECPay's books show it.
   *
   * @param remaining IIS_Remain_Allowance_Amt: what allowances may still take off
   */
  record KnownInvoice(IssuedInvoice invoice, Money salesAmount, Money remaining) {}
}
