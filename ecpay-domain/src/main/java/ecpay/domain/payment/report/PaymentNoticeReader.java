package ecpay.domain.payment.report;

import ecpay.domain.merchant.Merchant;

/**
 * Port: authenticates and decodes what claims to come from ECPay's payment side. It decides nothing
 * about orders.
 */
public interface PaymentNoticeReader {

  /** CB-01, ReturnURL of ECPG: the body is the JSON envelope. */
  Reading readReturn(Merchant merchant, byte[] body);

  /**
   * CB-02, OrderResultURL of ECPG: the body is a form whose field ResultData holds the envelope.
   * For display only; it never changes a state (R-PAY-08).
   */
  Reading readOrderResult(Merchant merchant, byte[] body);

  /** CB-05, ReturnURL of AIO: a form signed with CheckMacValue. */
  Reading readHostedReturn(Merchant merchant, byte[] body);

  /** CB-06, PaymentInfoURL of AIO: likewise, about a code that was issued. */
  Reading readPaymentInfo(Merchant merchant, byte[] body);

  /** CB-08, OrderResultURL of AIO: likewise, brought by the buyer's browser, for display only. */
  Reading readHostedResult(Merchant merchant, byte[] body);

  /** What the reader makes of a body. */
  sealed interface Reading {
    /** Came from ECPay. */
    record Authentic(PaymentReport report) implements Reading {}

    /**
     * Did not, or cannot be shown to.
     *
     * @param reason short and uniform, without detail for an attacker
     */
    record Refused(String reason) implements Reading {}
  }
}
