package ecpay.adapter.http.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway.Acted;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;

/** Captures, refunds, takes a capture back or abandons, on ECPG. */
record DoAction(MerchantTradeNo tradeNo, String ecpayTradeNo, CardAction action, Money amount)
    implements Operation<Acted> {
  @Override
  public Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  public String path() {
    return "/1.0.0/Credit/DoAction";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("MerchantTradeNo", tradeNo.value());
    data.put("TradeNo", ecpayTradeNo);
    data.put("Action", action.letter());
    data.put("TotalAmount", amount.twd());
  }

  @Override
  public Answer<Acted> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    return new Answer.Accepted<>(new Acted());
  }
}
