package ecpay.adapter.http.hosted;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentReport.Verdict;

/** Asks what became of a hosted attempt. */
record QueryTradeInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo) implements Question {
  @Override
  public String path() {
    return "/Cashier/QueryTradeInfo/V5";
  }

  @Override
  public String state(Fields answer) {
    return answer.text("TradeStatus").strip();
  }

  /**
   * @throws UnreadableException for a status that no source explains: it neither proves money nor
   *     its absence
   */
  @Override
  public Answer<Verdict> verdict(String state, Fields answer) {
    return switch (state) {
      case "1" -> new Answer.Accepted<>(new Verdict.Paid());
      case "0" -> new Answer.Accepted<>(new Verdict.Pending());
      // D-32, and a refused BNPL application.
      case "10200095", "10200163" ->
          new Answer.Accepted<>(
              new Verdict.Declined(new PaymentFailure(state, "TradeStatus " + state)));
      case "" -> throw new UnreadableException("no TradeStatus");
      // Refusals of the question itself: wrong CheckMacValue, bad field, forbidden word.
      case "10200073", "10200050", "10400011" ->
          new Answer.Refused<>(state, "TradeStatus " + state);
      default -> throw new UnreadableException("an unknown TradeStatus");
    };
  }
}
