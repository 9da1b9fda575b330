package ecpay.domain.contract;

import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import java.util.List;

/**
 * What ECPay says of a contract when it is asked.
 *
 * @param successes TotalSuccessTimes, the first charge included
 * @param charges each charge, oldest first, with its {@code successes}; empty where ECPay keeps
 *     them to itself
 */
public record ContractReport(
    EcpayMerchantId merchantId,
    MerchantTradeNo tradeNo,
    Standing standing,
    int successes,
    List<ChargeReport> charges) {
  public ContractReport {
    charges = List.copyOf(charges);
  }

  /** ExecStatus. */
  public enum Standing {
    RUNNING,
    STOPPED,
    FINISHED,
    /** ECPay did not say. */
    UNTOLD
  }
}
