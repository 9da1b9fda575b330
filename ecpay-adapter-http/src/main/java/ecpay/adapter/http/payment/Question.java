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

/** A question about one embedded attempt: put, and not answered, like any other. */
interface Question extends Operation<Optional<PaymentReport>> {
  /** D-31, and the ecpayment host's own code. */
  Set<String> NOT_FOUND = Set.of("10200047", "10000185");

  /** Who asks, and whom an answer means that names nobody. */
  EcpayMerchantId merchant();

  MerchantTradeNo tradeNo();

  /** What ECPay says of an attempt that it knows; empty when that is nothing. */
  Optional<Verdict> verdict(Fields answer);

  @Override
  default Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  default void write(ObjectNode data) {
    data.put("MerchantTradeNo", tradeNo().value());
  }

  @Override
  default Answer<Optional<PaymentReport>> read(Fields answer) {
    if (NOT_FOUND.contains(answer.rtnCode())) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    Trade.demandSame(tradeNo(), answer);
    EcpayMerchantId named =
        answer.has("MerchantID") ? new EcpayMerchantId(answer.text("MerchantID")) : merchant();
    return new Answer.Accepted<>(
        verdict(answer).map(verdict -> Trade.report(named, answer, verdict)));
  }
}
