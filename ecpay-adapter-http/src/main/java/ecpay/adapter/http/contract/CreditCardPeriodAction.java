package ecpay.adapter.http.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.aio.AioApi;
import ecpay.adapter.http.aio.AioApi.Signature;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.ContractGateway.Done;
import ecpay.domain.order.MerchantTradeNo;

/** Stops a contract for good, or tries its latest refused charge again (R-CAP-10, D-30). */
record CreditCardPeriodAction(MerchantTradeNo tradeNo, ContractAction action)
    implements Operation<Done> {
  @Override
  public Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/CreditCardPeriodAction";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("MerchantTradeNo", tradeNo.value()).put("Action", action.word());
  }

  @Override
  public Answer<Done> read(Fields answer) {
    return done(tradeNo, answer);
  }

  /** The same of AIO. */
  AioApi.Operation<Done> hosted() {
    return new Hosted(tradeNo, action);
  }

  private static Answer<Done> done(MerchantTradeNo tradeNo, Fields answer) {
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    return answer.isSuccess() ? new Answer.Accepted<>(new Done()) : answer.refusal();
  }

  private record Hosted(MerchantTradeNo tradeNo, ContractAction action)
      implements AioApi.Operation<Done> {
    @Override
    public String name() {
      return "CreditCardPeriodAction";
    }

    @Override
    public String path() {
      return "/Cashier/CreditCardPeriodAction";
    }

    @Override
    public boolean isTimed() {
      return true;
    }

    @Override
    public void write(AioApi.Form form) {
      form.put("MerchantTradeNo", tradeNo.value()).put("Action", action.word());
    }

    @Override
    public Signature signature() {
      return Signature.OPTIONAL;
    }

    @Override
    public Answer<Done> read(Fields answer) {
      return done(tradeNo, answer);
    }
  }
}
