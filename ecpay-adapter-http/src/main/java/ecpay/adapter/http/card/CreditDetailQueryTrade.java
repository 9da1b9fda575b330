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

  /**
   * An answer that tells of a card has no RtnCode and an empty RtnMsg; a refusal has either, such
   * as {@code 10000185} or {@code error_nopay} (U-06).
   */
  @Override
  public Answer<CardTrade> read(Fields answer) {
    if (answer.has("RtnCode") && !answer.isSuccess()) {
      return answer.refusal();
    }
    String message = answer.rtnMsg().strip();
    if (!answer.has("RtnCode") && !message.isEmpty()) {
      return new Answer.Refused<>(message, "CreditDetail/QueryTrade answered " + message);
    }
    answer.demandSame("MerchantTradeNo", tradeNo.value());
    return new Answer.Accepted<>(CardDetail.read(answer));
  }
}
