package ecpay.domain.contract;

import ecpay.domain.merchant.Merchant;

/** Port: authenticates and decodes what claims to be a later charge of a contract (R-PAY-17). */
public interface ContractNoticeReader {

  /** CB-03, PeriodReturnURL of ECPG: the body is the JSON envelope. */
  Reading readPeriodReturn(Merchant merchant, byte[] body);

  /** CB-07, PeriodReturnURL of AIO: a form signed with CheckMacValue. */
  Reading readHostedPeriodReturn(Merchant merchant, byte[] body);

  /** What the reader makes of a body. */
  sealed interface Reading {
    /** Came from ECPay. */
    record Authentic(ChargeReport report) implements Reading {}

    /**
     * Did not, or cannot be shown to.
     *
     * @param reason short and uniform, without detail for an attacker
     */
    record Refused(String reason) implements Reading {}
  }
}
