package ecpay.adapter.http.boundcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.Binding;
import ecpay.domain.boundcard.CardId;
import ecpay.domain.boundcard.KnownCard;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shape of the list is told by no source (U-06). */
class GetMemberBindCardTest {
  private final GetMemberBindCard query =
      new GetMemberBindCard(
          new Binding(
              new CardId("CARD1"),
              new MerchantId("shop"),
              new MemberId("member-1"),
              new MerchantTradeNo("BIND0001"),
              Instant.EPOCH));

  private List<KnownCard> read(String members) {
    Answer<List<KnownCard>> answer =
        query.read(Fields.read("{\"RtnCode\":1,\"RtnMsg\":\"[OK] done\"," + members + "}"));
    return ((Answer.Accepted<List<KnownCard>>) answer).value();
  }

  @Rule("R-PAY-08")
  @Test
  void aCardIsFoundWhereverItsListStands() {
    String list = "[{\"BindCardID\":\"bind-1\",\"Card4No\":\"2222\"}]";
    String text = list.replace("\"", "\\\"");
    for (String members :
        List.of(
            "\"CardList\":" + list,
            "\"MemberInfo\":{\"CardList\":" + list + "}",
            "\"CardList\":\"" + text + "\"",
            "\"MemberInfo\":{\"CardList\":\"" + text + "\"}",
            "\"CardInfo\":{\"BindCardID\":\"bind-1\",\"Card4No\":\"2222\"}")) {
      assertThat(read(members))
          .as(members)
          .containsExactly(new KnownCard(new BindCardId("bind-1"), "2222"));
    }
  }

  @Rule("R-PAY-08")
  @Test
  void anEmptyListMeansNoCardsAndNoListMeansThatNothingIsKnown() {
    assertThat(read("\"CardList\":[]")).isEmpty();
    assertThat(read("\"CardList\":\"[]\"")).isEmpty();
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> read("\"MerchantID\":\"3002607\""));
    assertThatExceptionOfType(UnreadableException.class)
        .isThrownBy(() -> read("\"A\":" + "[".repeat(50) + "]".repeat(50)));
  }
}
