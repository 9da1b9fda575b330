package ecpay.adapter.http.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import java.util.Optional;
import java.util.Set;

/** Asks which code a buyer was given to pay with (Cashier/QueryPaymentInfo). */
record QueryPaymentInfo(EcpayMerchantId merchant, MerchantTradeNo tradeNo)
    implements Operation<Optional<PaymentReport>> {
  /** D-31, and the ecpayment host's own code. */
  private static final Set<String> NOT_FOUND = Set.of("10200047", "10000185");

  @Override
  public Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryPaymentInfo";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("MerchantTradeNo", tradeNo.value());
  }

  @Override
  public Answer<Optional<PaymentReport>> read(Fields answer) {
    if (NOT_FOUND.contains(answer.rtnCode())) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    Trade.demandSame(tradeNo, answer);
    return new Answer.Accepted<>(
        Trade.nestedCode(answer)
            .map(code -> Trade.report(merchant(answer), answer, new Verdict.CodeIssued(code))));
  }

  private EcpayMerchantId merchant(Fields answer) {
    return answer.has("MerchantID") ? new EcpayMerchantId(answer.text("MerchantID")) : merchant;
  }
}
