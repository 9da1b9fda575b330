package ecpay.adapter.http.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.card.CardTrade.CloseRecord;
import ecpay.domain.money.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The value of a card's detail, whose names are matched whatever their case and underscores, for no
 * source tells those of ECPG (U-06).
 */
final class CardDetail {
  private CardDetail() {}

  /**
   * @throws UnreadableException without a value that names a status and an amount
   */
  static CardTrade read(Fields answer) {
    Fields whole = folded(answer);
    Fields value = value(whole);
    if (!value.has("status")) {
      throw new UnreadableException("no status of a card");
    }
    List<CloseRecord> closes = closes(whole, value).stream().map(CardDetail::close).toList();
    return CardTrade.told(
        value.message("status").strip(),
        value.money("amount"),
        value.has("clsamt") ? value.money("clsamt") : Money.ZERO,
        value.time("authtime"),
        closes);
  }

  /** RtnValue, or whichever member is an object with a status, or the answer itself. */
  private static Fields value(Fields answer) {
    if (answer.part("rtnvalue").has("status") || answer.has("status")) {
      return answer.has("status") ? answer : answer.part("rtnvalue");
    }
    for (Map.Entry<String, JsonNode> member : answer.object().properties()) {
      if (answer.part(member.getKey()).has("status")) {
        return answer.part(member.getKey());
      }
    }
    return answer;
  }

  /** ECPG puts them beside RtnValue, where AIO puts them into it; both of one answer are one. */
  private static List<Fields> closes(Fields whole, Fields value) {
    List<Fields> beside = whole.list("closedata");
    return beside.isEmpty() ? value.list("closedata") : beside;
  }

  private static CloseRecord close(Fields close) {
    return new CloseRecord(
        CardState.of(close.text("status")),
        close.message("sno"),
        close.whole("amount").orElseThrow(() -> new UnreadableException("no amount of a close")),
        close.time("datetime"));
  }

  private static Fields folded(Fields fields) {
    return new Fields(folded(fields.object()));
  }

  private static ObjectNode folded(ObjectNode object) {
    ObjectNode folded = Fields.empty().object();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      folded.set(
          member.getKey().replace("_", "").toLowerCase(Locale.ROOT), folded(member.getValue()));
    }
    return folded;
  }

  private static JsonNode folded(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return folded(object);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode folded = array.arrayNode();
      array.forEach(element -> folded.add(folded(element)));
      return folded;
    }
    return node;
  }
}
