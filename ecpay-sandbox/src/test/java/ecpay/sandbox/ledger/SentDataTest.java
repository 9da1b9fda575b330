package ecpay.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.wire.Json;
import org.junit.jupiter.api.Test;

/** What was sent comes back digit by digit. */
class SentDataTest {
  private static ObjectNode data() {
    return Json.readObject(
            """
            {"RelateNumber":"R1","SalesAmount":1680,"Items":[
              {"ItemSeq":1,"ItemName":"茶具 紅","ItemCount":2.50,"ItemPrice":0.0000001,
               "ItemAmount":"500"},
              {"ItemSeq":2,"ItemName":"茶","ItemCount":1,"ItemPrice":12345678.1234567,
               "ItemAmount":99999999}]}
            """)
        .orElseThrow();
  }

  @Test
  void itemsComeBackAsTheyWereSent() {
    assertThat(Json.write(SentData.of(data()).items())).isEqualTo(Json.write(data().path("Items")));
  }

  @Test
  void aFieldThatWasNotSentIsEmpty() {
    var sent = SentData.of(data());
    assertThat(sent.text("RelateNumber")).isEqualTo("R1");
    assertThat(sent.text("SalesAmount")).isEqualTo("1680");
    assertThat(sent.text("CustomerName")).isEmpty();
  }

  @Test
  void whatBecomesOfTheOriginalDoesNotMatter() {
    var original = data();
    var sent = SentData.of(original);
    original.put("RelateNumber", "R2").remove("Items");
    sent.items().forEach(item -> ((ObjectNode) item).removeAll());
    assertThat(sent.text("RelateNumber")).isEqualTo("R1");
    assertThat(sent.items()).isEqualTo(data().path("Items"));
  }
}
