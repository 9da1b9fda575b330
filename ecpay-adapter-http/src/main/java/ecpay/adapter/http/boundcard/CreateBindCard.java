package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.trade.Trade;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.BoundCardGateway.Reply;
import java.net.URI;
import java.util.Optional;

/** Binds what the member entered; the answer is a page of the bank or the result (U-06). */
record CreateBindCard(Binding binding, BindCardPayToken payToken) implements Operation<Reply> {
  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/CreateBindCard";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("BindCardPayToken", payToken.value())
        .put("MerchantMemberID", binding.member().value());
  }

  @Override
  public Answer<Reply> read(Fields answer) {
    Trade.demandSame(binding.tradeNo(), answer);
    Optional<URI> page = Trade.page(answer.part("ThreeDInfo").text("ThreeDURL"));
    if (page.isPresent()) {
      return new Answer.Accepted<>(new Reply.MemberMustConfirm(page.get()));
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    if (!answer.has("BindCardID")) {
      throw new UnreadableException("neither ThreeDURL nor BindCardID");
    }
    return new Answer.Accepted<>(new Reply.Told(new BindCardId(answer.text("BindCardID"))));
  }
}
