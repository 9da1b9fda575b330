package ecpay.adapter.http.hosted;

import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentReport.Verdict;

/** Asks which code a buyer was given on ECPay's page. */
record QueryPaymentInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo) implements Question {
  @Override
  public String path() {
    return "/Cashier/QueryPaymentInfo";
  }

  @Override
  public String state(Fields answer) {
    return answer.rtnCode();
  }

  @Override
  public Answer<Verdict> verdict(String state, Fields answer) {
    return switch (state) {
      case "2", "10100073" -> new Answer.Accepted<>(Notices.issued(answer));
      default -> answer.refusal();
    };
  }
}
