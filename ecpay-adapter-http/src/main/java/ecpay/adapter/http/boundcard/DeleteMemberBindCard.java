package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BoundCardGateway.Gone;

/** Deletes a card that ECPay keeps. */
record DeleteMemberBindCard(BindCardId card) implements Operation<Gone> {
  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/DeleteMemberBindCard";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("BindCardID", card.value());
  }

  @Override
  public Answer<Gone> read(Fields answer) {
    return answer.isSuccess() ? new Answer.Accepted<>(new Gone()) : answer.refusal();
  }
}
