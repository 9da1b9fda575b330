package ecpay.adapter.http.payment;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import java.util.Optional;

/** Asks what became of an attempt to pay (Cashier/QueryTrade). */
record QueryTrade(EcpayMerchantId merchant, MerchantTradeNo tradeNo) implements Question {
  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryTrade";
  }

  /**
   * @throws UnreadableException for a status that no source explains: it neither proves money nor
   *     its absence
   */
  @Override
  public Optional<Verdict> verdict(Fields answer) {
    String status = answer.part("OrderInfo").text("TradeStatus").strip();
    return switch (status) {
      case "1" -> Optional.of(new Verdict.Paid());
      case "0" -> Optional.of(new Verdict.Pending());
      // D-32, and a refused instalment loan.
      case "10200095", "10200163" ->
          Optional.of(new Verdict.Declined(new PaymentFailure(status, answer.rtnMsg())));
      default -> throw new UnreadableException("an unknown TradeStatus");
    };
  }
}
