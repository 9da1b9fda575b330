package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BoundCardGateway.Session;
import ecpay.domain.order.Buyer;
import ecpay.domain.payment.offer.MemberId;

/** Opens ECPay's page on which a member views and deletes cards. */
record GetTokenbyUser(MemberId member, Buyer contact) implements Operation<Session> {
  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/GetTokenbyUser";
  }

  @Override
  public void write(ObjectNode data) {
    Consumer.write(data, member, contact);
  }

  @Override
  public Answer<Session> read(Fields answer) {
    return Consumer.session(answer);
  }
}
