package ecpay.sandbox.payment.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
  @AutoClose private final Bench bench = new Bench();
  private Member member;

  @BeforeEach
  void start() {
    member = new Member(bench, "member1");
  }

  private static JsonNode result(String page) {
    var matcher = Pattern.compile("name=\"ResultData\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    return Bench.notice(matcher.group(1).replace("&quot;", "\"").replace("&amp;", "&"));
  }

  @Test
  void aCardIsBoundThroughThreeDSecureAndTheBrowserTakesTheResult() {
    var number = Order.number();
    var url = member.bind(number, Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL").asText();
    assertThat(bench.get(url).body()).contains("3-D Secure", "431195******2222");
    assertThat(bench.submit(url, "code", "9999").body()).contains("Wrong code");
    var page = bench.submit(url, "code", "1234", "action", "confirm").body();
    assertThat(page).contains("action=\"" + bench.shop.url() + "/cards/result\"");
    var result = result(page);
    assertThat(result.path("RtnCode").asInt()).isEqualTo(1);
    assertThat(result.at("/CardInfo/Card4No").asText()).isEqualTo("2222");
    assertThat(result.at("/OrderInfo/MerchantTradeNo").asText()).isEqualTo(number);
    var cards = member.cards(number);
    assertThat(cards).hasSize(1);
    assertThat(cards.at("/0/BindCardID")).isEqualTo(result.path("BindCardID"));
    bench.quiet();
    assertThat(bench.shop.arrivals()).isEmpty();
    assertThat(bench.control("GET", "/sandbox/ledger", "").path("authorizations")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4311952222220058, 10200058", "4311952222220043, 10200043"})
  void aCardThatFailsIsNotBound(String card, int code) {
    var number = Order.number();
    var url = member.bind(number, card).data().at("/ThreeDInfo/ThreeDURL").asText();
    var result = result(bench.submit(url, "code", "1234", "action", "confirm").body());
    assertThat(result.path("RtnCode").asInt()).isEqualTo(code);
    assertThat(result.has("BindCardID")).isFalse();
    assertThat(member.cards(number)).isEmpty();
  }

  @Test
  void aMemberWhoCancelsOrFailsThreeTimesBindsNothing() {
    var one = member.bind(Order.number(), Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL");
    assertThat(
            result(bench.submit(one.asText(), "action", "cancel").body()).path("RtnCode").asInt())
        .isEqualTo(10200043);
    var two = member.bind(Order.number(), Order.APPROVED).data().at("/ThreeDInfo/ThreeDURL");
    bench.submit(two.asText(), "code", "1");
    bench.submit(two.asText(), "code", "2");
    assertThat(result(bench.submit(two.asText(), "code", "3").body()).path("RtnCode").asInt())
        .isEqualTo(10200043);
    assertThat(bench.get("/bind-card/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void aCardWithoutThreeDSecureIsBoundInTheAnswer() {
    var answer = member.bind(Order.number(), Member.AT_ONCE);
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("BindCardID").asText()).hasSize(32);
  }

  @Test
  void anUnknownOutcomeCanBeFoundInTheList() {
    var number = Order.number();
    assertThatThrownBy(() -> member.bind(number, "4311952222220116"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(member.cards(number)).hasSize(1);
  }

  @Test
  void aBindCardPayTokenWorksOnceForItsOwnMember() {
    var token = bench.pay(Member.GET_TOKEN, member.binding(Order.number())).data().path("Token");
    var form = Member.form(token.asText(), Member.AT_ONCE);
    var payToken =
        bench.control("POST", "/sandbox/bind-token", form).path("BindCardPayToken").asText();
    var other = new Member(bench, "member2");
    assertThat(bench.pay(Member.CREATE, other.create(payToken)).rtnMsg())
        .contains("MerchantMemberID");
    assertThat(bench.pay(Member.CREATE, member.create(payToken)).rtnCode()).isEqualTo(1);
    assertThat(bench.pay(Member.CREATE, member.create(payToken)).rtnMsg())
        .contains("BindCardPayToken");
  }

  @Test
  void aBindingFormWithAnUnknownNameIsRefusedWithTheKnownOnes() {
    var token = bench.pay(Member.GET_TOKEN, member.binding(Order.number())).data().path("Token");
    var form = Order.card(token.asText(), Member.AT_ONCE).toString();
    var answer = bench.post("/sandbox/bind-token", "application/json", form);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("unknown name Method; known here: Token, CardNumber, CardExpiry, CardCVV");
  }

  @Test
  void aBindingTokenDiesAfterTenMinutes() {
    var token = bench.pay(Member.GET_TOKEN, member.binding(Order.number())).data().path("Token");
    assertThat(bench.get("/sandbox/bind-form?token=" + token.asText()).statusCode()).isEqualTo(200);
    var form = Member.form(token.asText(), Member.AT_ONCE);
    var payToken =
        bench.control("POST", "/sandbox/bind-token", form).path("BindCardPayToken").asText();
    bench.control("POST", "/sandbox/clock", "{\"advanceSeconds\":605}");
    assertThat(bench.pay(Member.CREATE, member.create(payToken)).rtnMsg()).contains("expired");
    assertThat(bench.get("/sandbox/bind-form?token=" + token.asText()).statusCode()).isEqualTo(400);
  }

  @Test
  void aBindingUsesItsTradeNumberUp() {
    var number = Order.number();
    assertThat(bench.pay(Member.GET_TOKEN, member.binding(number)).rtnCode()).isEqualTo(1);
    assertThat(bench.pay(Member.GET_TOKEN, member.binding(number)).rtnCode()).isEqualTo(10200047);
    assertThat(bench.pay(Order.GET_TOKEN, Order.token(number)).rtnCode()).isEqualTo(10200047);
  }

  @ParameterizedTest
  @CsvSource({"ConsumerInfo", "OrderInfo", "OrderResultURL"})
  void whatIsMissingIsNamed(String field) {
    var data = member.binding(Order.number());
    data.remove(field);
    var answer = bench.pay(Member.GET_TOKEN, data);
    assertThat(answer.rtnCode()).isEqualTo(5100010);
    assertThat(answer.rtnMsg()).contains(field);
    var nobody = member.binding(Order.number());
    ((ObjectNode) nobody.path("ConsumerInfo")).remove("MerchantMemberID");
    assertThat(bench.pay(Member.GET_TOKEN, nobody).rtnMsg()).contains("MerchantMemberID");
  }
}
