package ecpay.domain.invoice.delay;

import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.merchant.Merchant;
import java.util.Optional;

/**
 * Port: reads CB-10, the callback of a delayed invoice. Nothing authenticates it, so it is only a
 * hint to ask GetIssue.
 */
public interface DelayNoticeReader {

  /** Which invoice it speaks of (its tsr); empty when it is not addressed to that merchant. */
  Optional<InvoiceId> read(Merchant merchant, byte[] body);
}
