package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCardGateway.Session;
import ecpay.domain.merchant.CallbackUrls;
import ecpay.domain.order.Buyer;

/** Opens the form in which a member enters the card to be bound. */
record GetTokenbyBindingCard(Binding binding, Buyer contact, CallbackUrls callbacks)
    implements Operation<Session> {
  /** The amount of ECPay's own sample; nothing is charged for a binding. */
  private static final int SAMPLE_AMOUNT = 100;

  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/GetTokenbyBindingCard";
  }

  @Override
  public void write(ObjectNode data) {
    Consumer.write(data, binding.member(), contact);
    data.putObject("OrderInfo")
        .put("MerchantTradeDate", WireTime.payment(binding.startedAt()))
        .put("MerchantTradeNo", binding.tradeNo().value())
        .put("TotalAmount", SAMPLE_AMOUNT)
        .put("ReturnURL", callbacks.paymentReturn().value())
        .put("TradeDesc", "card binding")
        .put("ItemName", "card binding");
    data.put("OrderResultURL", callbacks.cardBound().value());
  }

  @Override
  public Answer<Session> read(Fields answer) {
    return Consumer.session(answer);
  }
}
