package ecpay.sandbox.payment.member;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoundCardTest {
  @AutoClose private final Bench bench = new Bench();
  private Member member;

  @BeforeEach
  void start() {
    member = new Member(bench, "member1");
  }

  @Test
  void aBoundCardPaysAndTheShopIsTold() {
    var number = Order.number();
    var answer = member.pay(number, member.bound());
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().at("/CardInfo/Card4No").asText()).isEqualTo("0001");
    var told = Bench.notice(bench.told(1).getFirst().body());
    assertThat(told.at("/OrderInfo/MerchantTradeNo").asText()).isEqualTo(number);
    assertThat(told.at("/OrderInfo/TradeStatus").asText()).isEqualTo("1");
    assertThat(member.pay(number, member.bound()).rtnCode()).isEqualTo(10200047);
  }

  @Test
  void payingMayNeedThreeDSecureAndMayBeRefused() {
    var card = member.bound();
    var body = "{\"memberId\":\"member1\",\"outcome\":\"REFUSED\"}";
    bench.control("POST", "/sandbox/members", body);
    var url = member.pay(Order.number(), card).data().at("/ThreeDInfo/ThreeDURL").asText();
    assertThat(bench.submit(url, "code", "1234").body()).contains("failed");
    assertThat(Bench.notice(bench.told(1).getFirst().body()).path("RtnCode").asInt())
        .isEqualTo(10200058);
  }

  @Test
  void onlyItsOwnMemberPaysWithACard() {
    var card = member.bound();
    var stranger = new Member(bench, "member2").pay(Order.number(), card);
    assertThat(stranger.rtnCode()).isEqualTo(5100011);
    assertThat(stranger.rtnMsg()).contains("BindCardID");
  }

  @Test
  void aDeletedCardPaysNoMore() {
    var card = member.bound();
    assertThat(member.delete(card).rtnCode()).isEqualTo(1);
    assertThat(member.delete(card).rtnCode()).isEqualTo(5100011);
    assertThat(member.pay(Order.number(), card).rtnMsg()).contains("BindCardID");
  }

  @Test
  void theListNeedsABindingOfTheMember() {
    var number = Order.number();
    member.bind(number, Member.AT_ONCE);
    assertThat(member.cards(number)).hasSize(1);
    var stranger = Order.query(number).put("MerchantMemberID", "member2");
    assertThat(bench.pay(Member.LIST, stranger).rtnMsg()).contains("MerchantTradeNo");
  }

  @Test
  void aMemberSeesAndDeletesTheOwnCardsOnAPage() {
    member.bound();
    var other = new Member(bench, "member2").bound();
    var data = Bench.object("{\"MerchantID\":\"3002607\"}");
    data.putObject("ConsumerInfo").put("MerchantMemberID", "member1");
    var token = bench.pay("/Merchant/GetTokenbyUser", data).data().path("Token").asText();
    var path = "/sandbox/member-cards/" + token;
    var page = bench.get(path).body();
    assertThat(page).contains("431195******0001").doesNotContain(other);
    var button = Pattern.compile("value=\"([0-9a-f]{32})\"").matcher(page);
    assertThat(button.find()).isTrue();
    bench.submit(path, "delete", other);
    assertThat(bench.submit(path, "delete", button.group(1)).body()).contains("There is no card");
    assertThat(bench.control("GET", "/sandbox/ledger", "").path("boundCards")).hasSize(1);
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":605}");
    assertThat(bench.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void theJournalAndTheLedgerKeepCardIdsToThemselves() {
    var card = member.bound();
    member.pay(Order.number(), card);
    assertThat(bench.control("GET", "/sandbox/journal", "").toString()).doesNotContain(card);
    assertThat(bench.control("GET", "/sandbox/ledger", "").toString()).doesNotContain(card);
  }
}
