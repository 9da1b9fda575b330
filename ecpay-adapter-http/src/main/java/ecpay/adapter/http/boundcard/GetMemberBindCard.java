package ecpay.adapter.http.boundcard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.Host;
import ecpay.adapter.http.call.EcpayApi.Operation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.KnownCard;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks which cards ECPay keeps for a member. What the list is called and where it stands no source
 * says (U-06): every object with a BindCardID is a card, however deep, also in JSON given as text.
 * An answer without any list is not understood; it does not mean that there are no cards.
 */
record GetMemberBindCard(Binding binding) implements Operation<List<KnownCard>> {
  private static final int MOST_DEPTH = 10;

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
    if (!collect(answer.object(), MOST_DEPTH, cards)) {
      throw new UnreadableException("no list of cards");
    }
    return new Answer.Accepted<>(List.copyOf(cards));
  }

  /** Gathers the cards below, and tells whether there was a card or a list at all. */
  private static boolean collect(JsonNode node, int depth, List<KnownCard> cards) {
    if (depth == 0) {
      throw new UnreadableException("cards too deep");
    }
    if (node instanceof ObjectNode object && new Fields(object).has("BindCardID")) {
      cards.add(card(new Fields(object)));
      return true;
    }
    boolean found = node.isArray();
    for (JsonNode below : node.isTextual() ? inText(node.textValue()) : node) {
      found |= collect(below, depth - 1, cards);
    }
    return found;
  }

  private static JsonNode inText(String text) {
    try {
      boolean json = text.startsWith("[") || text.startsWith("{");
      return json ? Fields.read("{\"text\":" + text + "}").object() : Fields.empty().object();
    } catch (UnreadableException _) {
      return Fields.empty().object(); // a message that only looks like JSON
    }
  }

  private static KnownCard card(Fields card) {
    String lastFour =
        card.has("Card4No") ? card.text("Card4No") : card.part("CardInfo").text("Card4No");
    return new KnownCard(
        new BindCardId(card.text("BindCardID")), lastFour.matches("[0-9]{4}") ? lastFour : "");
  }
}
