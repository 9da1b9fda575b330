package ecpay.adapter.http.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.ContractReport;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.CardDetails.Period;
import java.util.Optional;
import java.util.Set;

/**
 * Cashier/QueryTrade of ECPG about a contract. Beside what it tells of any trade, it tells of the
 * contract in CardInfo, and, as stage shows and no page says, whether it runs (ExecStatus) and each
 * of its charges (ExecLog).
 */
record QueryPeriodTrade(EcpayMerchantId merchant, MerchantTradeNo tradeNo)
    implements Operation<Optional<ContractReport>> {
  /** D-31, and the ecpayment host's own code. */
  private static final Set<String> NOT_FOUND = Set.of("10200047", "10000185");

  @Override
  public String name() {
    return "QueryTrade";
  }

  @Override
  public Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/QueryTrade";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("MerchantTradeNo", tradeNo.value());
  }

  @Override
  public Answer<Optional<ContractReport>> read(Fields answer) {
    if (NOT_FOUND.contains(answer.rtnCode())) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    Trade.demandSame(tradeNo, answer);
    EcpayMerchantId told =
        answer.has("MerchantID") ? new EcpayMerchantId(answer.text("MerchantID")) : merchant;
    return Trade.nested(answer)
        .card()
        .flatMap(CardDetails::period)
        .map(Period::successes)
        .<Answer<Optional<ContractReport>>>map(
            successes -> new Answer.Accepted<>(Optional.of(report(told, answer, successes))))
        .orElseGet(() -> new Answer.Unknown<>("QueryTrade told no TotalSuccessTimes", true));
  }

  private ContractReport report(EcpayMerchantId told, Fields answer, int successes) {
    return new ContractReport(
        told,
        tradeNo,
        ChargeFields.standing(answer),
        successes,
        ChargeFields.LOGGED_BY_ECPG.log(told, tradeNo, answer, successes));
  }
}
