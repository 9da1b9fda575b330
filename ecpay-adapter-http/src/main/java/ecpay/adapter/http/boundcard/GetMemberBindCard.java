package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.KnownCard;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks which cards ECPay keeps for a member. What the list is called no source says (U-06): every
 * object with a BindCardID in a list of Data is a card.
 */
record GetMemberBindCard(Binding binding) implements Operation<List<KnownCard>> {
  @Override
  public Host host() {
    return Host.ECPG;
  }

  @Override
  public String path() {
    return "/Merchant/GetMemberBindCard";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("MerchantMemberID", binding.member().value())
        .put("MerchantTradeNo", binding.tradeNo().value());
  }

  @Override
  public Answer<List<KnownCard>> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    List<KnownCard> cards = new ArrayList<>();
    for (JsonNode member : answer.object()) {
      if (member instanceof ArrayNode list) {
        list.forEach(one -> add(cards, one));
      }
    }
    return new Answer.Accepted<>(List.copyOf(cards));
  }

  private static void add(List<KnownCard> cards, JsonNode one) {
    if (one instanceof ObjectNode object && new Fields(object).has("BindCardID")) {
      Fields card = new Fields(object);
      String lastFour =
          card.has("Card4No") ? card.text("Card4No") : card.part("CardInfo").text("Card4No");
      cards.add(
          new KnownCard(
              new BindCardId(card.text("BindCardID")),
              lastFour.matches("[0-9]{4}") ? lastFour : ""));
    }
  }
}
