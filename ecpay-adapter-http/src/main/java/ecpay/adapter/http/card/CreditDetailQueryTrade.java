package ecpay.adapter.http.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardTrade;
import ecpay.domain.order.MerchantTradeNo;

/** CreditDetail/QueryTrade of ECPG: how the card of a payment stands (R-CAP-01, U-06). */
record CreditDetailQueryTrade(MerchantTradeNo tradeNo, String ecpayTradeNo)
    implements Operation<CardTrade> {
  @Override
  public String name() {
    return "CreditDetail/QueryTrade";
  }

  @Override
  public Host host() {
    return Host.ECPAYMENT;
  }

  @Override
  public String path() {
    return "/1.0.0/CreditDetail/QueryTrade";
  }

  /** TradeNo tells the later charges of a periodic contract apart. */
  @Override
  public void write(ObjectNode data) {
    data.put("MerchantTradeNo", tradeNo.value());
    data.put("TradeNo", ecpayTradeNo);
  }

  @Override
  public Answer<CardTrade> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    return new Answer.Accepted<>(CardDetail.read(answer));
  }
}
