package ecpay.adapter.http.payment;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import java.util.Optional;

/** Asks which code a buyer was given to pay with (Cashier/QueryPaymentInfo). */
record QueryPaymentInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo) implements Question {
  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryPaymentInfo";
  }

  @Override
  public Optional<Verdict> verdict(Fields answer) {
    return Trade.nestedCode(answer).map(Verdict.CodeIssued::new);
  }
}
