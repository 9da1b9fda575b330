package ecpay.domain.payment.report;

import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;

/**
 * Port: authenticates and decodes what claims to come from ECPay's payment side. It decides nothing
 * about orders.
 */
public interface PaymentNoticeReader {

  /** CB-01, ReturnURL of ECPG: the body is the JSON envelope. */
  Reading<PaymentReport> readReturn(Merchant merchant, byte[] body);

  /**
   * CB-02, OrderResultURL of ECPG: the body is a form whose field ResultData holds the envelope.
   * For display only; it never changes a state (R-PAY-08).
   */
  Reading<PaymentReport> readOrderResult(Merchant merchant, byte[] body);

  /** CB-05, ReturnURL of AIO: a form signed with CheckMacValue. */
  Reading<PaymentReport> readHostedReturn(Merchant merchant, byte[] body);

  /** CB-06, PaymentInfoURL of AIO: likewise, about a code that was issued. */
  Reading<PaymentReport> readPaymentInfo(Merchant merchant, byte[] body);

  /** CB-08, OrderResultURL of AIO: likewise, brought by the buyer's browser, for display only. */
  Reading<PaymentReport> readHostedResult(Merchant merchant, byte[] body);
}
