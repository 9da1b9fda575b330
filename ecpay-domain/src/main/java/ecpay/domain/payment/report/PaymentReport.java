package ecpay.domain.payment.report;

import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;

/**
 * What ECPay reports of an attempt, by callback or in answer to a query. Only such a report can say
 * "paid" (R-PAY-08).
 *
 * @param merchantId the MerchantID inside the encrypted data
 * @param simulated SimulatePaid: a test from the back office, never money (R-PAY-09)
 */
public record PaymentReport(
    EcpayMerchantId merchantId,
    MerchantTradeNo tradeNo,
    Verdict verdict,
    TradeDetails trade,
    boolean simulated) {

  /** What the report says about the money. */
  public sealed interface Verdict {
    /** Money arrived. */
    record Paid() implements Verdict {}

    /** The attempt failed: RtnCode is not 1. */
    record Declined(PaymentFailure failure) implements Verdict {}

    /** A code to pay with was issued, which is not money (R-PAY-06, R-PAY-07). */
    record CodeIssued(PaymentInstructions instructions) implements Verdict {}

    /** No money yet: TradeStatus 0. */
    record Pending() implements Verdict {}
  }
}
