package ecpay.domain.invoice.delay;

import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.order.InvoiceTiming;

/** Port: ECPay's delayed invoices. Our invoice id is their Tsr. */
public interface DelayGateway {

  /**
   * DelayIssue. The same RelateNumber and Tsr given before are ours, too: a repeat is accepted as
   * if it were the first.
   */
  Answer<Done> delayIssue(
      Merchant merchant, InvoiceId tsr, InvoiceDocument document, InvoiceTiming.Delayed delay);

  /** EditDelayIssue, by Tsr and RelateNumber (D-37). */
  Answer<Done> editDelayIssue(Merchant merchant, InvoiceId tsr, InvoiceDocument document);

  /** TriggerIssue (R-INV-33). */
  Answer<Trigger> triggerIssue(Merchant merchant, InvoiceId tsr);

  /** CancelDelayIssue. */
  Answer<Done> cancelDelayIssue(Merchant merchant, InvoiceId tsr);

  /** What a trigger brings. */
  enum Trigger {
    /** 4000004: it is issued; GetIssue tells its number. */
    ISSUED_NOW,
    /** 4000003: it will be issued after its days. */
    WILL_BE_ISSUED
  }
}
