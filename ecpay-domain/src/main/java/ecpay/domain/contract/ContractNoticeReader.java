package ecpay.domain.contract;

import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;

/** Port: authenticates and decodes what claims to be a later charge of a contract (R-PAY-17). */
public interface ContractNoticeReader {

  /** CB-03, PeriodReturnURL of ECPG: the body is the JSON envelope. */
  Reading<ChargeReport> readPeriodReturn(Merchant merchant, byte[] body);

  /** CB-07, PeriodReturnURL of AIO: a form signed with CheckMacValue. */
  Reading<ChargeReport> readHostedPeriodReturn(Merchant merchant, byte[] body);
}
