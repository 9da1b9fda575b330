package ecpay.domain.contract;

import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.TradeDetails;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What ECPay reports of one charge, at PeriodReturnURL or in a list of charges.
 *
 * @param failure why the bank said no; empty when money came
 * @param successes TotalSuccessTimes, this charge included (R-PAY-17); 0 where ECPay did not say
 * @param trade ECPay's number of this charge, if it told one, and its amount
 * @param simulated never money
 */
public record ChargeReport(
    EcpayMerchantId merchantId,
    MerchantTradeNo tradeNo,
    Optional<PaymentFailure> failure,
    int successes,
    TradeDetails trade,
    boolean simulated) {

  /** Gwsr; 0 where ECPay sent none. */
  public long authorizationId() {
    return trade.card().map(CardDetails::authorizationId).orElse(0L);
  }

  /** Whether ECPay gave it a number of its own; what the bank refused at once has none. */
  public boolean hasNumber() {
    return authorizationId() > 0 || !trade.ecpayTradeNo().isEmpty();
  }

  /** What it may be known by, the surest first: a notice and a list may tell different ones. */
  public List<String> names() {
    return Stream.of(
            Optional.of(Long.toString(authorizationId())).filter(_ -> authorizationId() > 0),
            Optional.of(trade.ecpayTradeNo()).filter(number -> !number.isEmpty()),
            at().map(Instant::toString))
        .flatMap(Optional::stream)
        .toList();
  }

  /** When it was made. */
  public Optional<Instant> at() {
    return trade.card().flatMap(CardDetails::processedAt).or(trade::paidAt).or(trade::createdAt);
  }
}
