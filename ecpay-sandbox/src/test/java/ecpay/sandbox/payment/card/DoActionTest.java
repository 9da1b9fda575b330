package ecpay.sandbox.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Order;
import ecpay.sandbox.ledger.card.CardState;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DoActionTest {
  private static final long ALL = PaidCard.AMOUNT;

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.control("POST", "/sandbox/cards", "{\"automaticCapture\":false}");
  }

  private PaidCard captured() {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    assertThat(card.word("C", ALL)).isEqualTo("Success");
    bench.taipei("2026-11-11T10:00:00");
    assertThat(card.status()).isEqualTo("Captured");
    return card;
  }

  private JsonNode booked(String number) {
    for (var fact : bench.control("GET", "/sandbox/ledger", "").path("authorizations")) {
      if (fact.path("merchantTradeNo").asText().equals(number)) {
        return fact;
      }
    }
    throw new AssertionError("no authorization of " + number);
  }

  @Test
  void theAnswerNamesTheTrade() {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    var answer = card.act("C", ALL);
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("MerchantTradeNo").asText()).isEqualTo(card.number());
    assertThat(answer.data().path("TradeNo").asText()).isEqualTo(card.tradeNo());
  }

  @Test
  void aFullRefundBeforeTheBankBooksTakesTheCaptureBackAndAbandons() {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    card.act("C", ALL);
    assertThat(card.word("N", ALL)).isEqualTo("error_state_N");
    assertThat(card.word("R", ALL)).isEqualTo("error_amount_R");
    assertThat(card.word("E", ALL)).isEqualTo("Success");
    assertThat(card.status()).isEqualTo("Authorized");
    assertThat(card.detail().at("/CloseData/0/Status").asText()).isEqualTo("Operation cancelled");
    assertThat(card.word("N", ALL)).isEqualTo("Success");
    assertThat(card.status()).isEqualTo("Canceled");
    assertThat(card.word("C", ALL)).isEqualTo("error_state_C");
  }

  @Test
  void aCardThatIsOnlyAuthorizedHasNothingToRefundAndNoCaptureToTakeBack() {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    assertThat(card.word("R", 1)).isEqualTo("error_amount_R");
    assertThat(card.act("R", ALL).rtnCode()).isEqualTo(10200999);
    assertThat(card.word("E", ALL)).isEqualTo("error_state_E");
    assertThat(card.word("C", ALL - 1)).isEqualTo("error_amount_C");
    assertThat(card.word("N", ALL - 1)).isEqualTo("error_amount_N");
    assertThat(card.status()).isEqualTo("Authorized");
  }

  @Test
  void refundsNeverExceedWhatWasCaptured() {
    var card = captured();
    assertThat(card.word("R", ALL + 1)).isEqualTo("error_amount_R");
    assertThat(card.word("R", 1000)).isEqualTo("Success");
    assertThat(card.word("R", 681)).isEqualTo("error_amount_R");
    assertThat(card.word("R", 680)).isEqualTo("Success");
    assertThat(card.word("R", 1)).isEqualTo("error_amount_R");
    var closes = card.detail().path("CloseData");
    assertThat(closes).hasSize(3);
    assertThat(closes.path(1).path("Amount").asLong()).isEqualTo(-1000);
    assertThat(closes.path(1).path("Status").asText()).isEqualTo("To be captured");
    bench.taipei("2026-11-12T02:00:00");
    assertThat(card.detail().at("/CloseData/1/Status").asText()).isEqualTo("Captured");
    assertThat(booked(card.number()).path("refunded").asLong()).isEqualTo(ALL);
    assertThat(card.word("C", ALL)).isEqualTo("error_state_C");
    assertThat(card.word("E", ALL)).isEqualTo("error_state_E");
    assertThat(card.word("N", ALL)).isEqualTo("error_state_N");
  }

  @Test
  void whileTheCaptureIsOnlyAskedForAPartMayGoBackButNotEverything() {
    var card = PaidCard.at(bench, "2026-11-10T10:00:00");
    card.act("C", ALL);
    assertThat(card.word("R", 1000)).isEqualTo("Success");
    assertThat(card.word("R", 680)).isEqualTo("error_amount_R");
    assertThat(card.word("E", ALL)).isEqualTo("error_state_E");
    bench.taipei("2026-11-11T10:00:00");
    assertThat(card.word("R", 680)).isEqualTo("Success");
  }

  @Test
  void ofTwentyParallelRefundsOfAThirdThreeAreDone() {
    var card = captured();
    var done = IntStream.range(0, 20).parallel().filter(_ -> card.act("R", 560).rtnCode() == 1);
    assertThat(done.count()).isEqualTo(3);
    assertThat(booked(card.number()).path("refunded").asLong()).isEqualTo(ALL);
  }

  @Test
  void anEmptyAccountRefundsNothing() {
    var card = captured();
    bench.control("POST", "/sandbox/cards", "{\"refundsCovered\":false}");
    assertThat(card.word("R", 10)).isEqualTo("error_balance_R");
    bench.control("POST", "/sandbox/cards", "{\"refundsCovered\":true}");
    assertThat(card.word("R", 10)).isEqualTo("Success");
  }

  @Test
  void unionPayIsCapturedAtOnceAndKnowsNoTakingBack() {
    bench.taipei("2026-11-10T10:00:00");
    var number = Order.number();
    var url = Order.place(bench, number, "UNIONPAY").data().at("/UnionPayInfo/UnionPayURL");
    bench.submit(url.asText(), "action", "confirm");
    var told = Bench.notice(bench.told(1).getFirst().body());
    var card = new PaidCard(bench, number, told.at("/OrderInfo/TradeNo").asText());
    assertThat(card.status()).isEqualTo("Captured");
    assertThat(card.word("E", ALL)).isEqualTo("error_state_E");
    assertThat(card.word("R", ALL)).isEqualTo("Success");
  }

  @Test
  void aRefusedCardIsUnauthorizedAndAnAccountIsNoCard() {
    var refused = Order.number();
    Order.payByCard(bench, refused, "4311952222220058");
    var card = new PaidCard(bench, refused, "");
    assertThat(card.status()).isEqualTo("Unauthorized");
    var atm = Order.number();
    var tradeNo = Order.place(bench, atm, "ATM").data().at("/OrderInfo/TradeNo").asText();
    bench.control("POST", "/sandbox/trades/" + atm + "/pay", "{}");
    assertThat(new PaidCard(bench, atm, tradeNo).act("R", ALL).rtnCode()).isEqualTo(10000185);
    assertThat(bench.pay(PaidCard.DETAIL, Order.query(atm)).rtnCode()).isEqualTo(10000185);
  }

  @Test
  void aTradeNumberOfAnotherOrderIsNotFound() {
    var one = PaidCard.now(bench);
    var other = PaidCard.now(bench);
    var mixed = new PaidCard(bench, one.number(), other.tradeNo());
    assertThat(mixed.act("N", ALL).rtnCode()).isEqualTo(10000185);
    var query = Order.query(one.number()).put("TradeNo", other.tradeNo());
    assertThat(bench.pay(PaidCard.DETAIL, query).rtnCode()).isEqualTo(10000185);
    var found = bench.pay(PaidCard.DETAIL, query.put("TradeNo", one.tradeNo()));
    assertThat(found.data().at("/RtnValue/Status").asText()).isEqualTo("Authorized");
  }

  @ParameterizedTest
  @CsvSource({
    "Action, X, 5100011",
    "Action, '', 5100010",
    "TotalAmount, 0, 5100011",
    "TotalAmount, 1.5, 5100011",
    "TradeNo, '', 5100010",
    "MerchantTradeNo, '', 5100010",
    "CustomField, a b, 5100011",
    "MerchantID, 3085779, 5100074"
  })
  void aBadFieldIsNamed(String field, String value, int code) {
    var card = PaidCard.now(bench);
    var data =
        Order.query(card.number())
            .put("TradeNo", card.tradeNo())
            .put("Action", "N")
            .put("TotalAmount", ALL)
            .put(field, value);
    var answer = bench.pay(PaidCard.DO_ACTION, data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(field);
  }

  @ParameterizedTest
  @EnumSource(
      value = CardState.class,
      names = {"REFUSED_BY_BANK", "SETTLING", "TO_BE_CANCELED", "CANCELLATION_IN_PROCESS"})
  void inBetweenNothingIsAllowed(CardState state) {
    var card = forced(state);
    assertThat(card.status()).isEqualTo(state.english());
    assertThat(card.word("C", ALL)).isEqualTo("error_state_C");
    assertThat(card.word("R", 1)).isEqualTo("error_amount_R");
    assertThat(card.word("E", ALL)).isEqualTo("error_state_E");
    assertThat(card.word("N", ALL)).isEqualTo("error_state_N");
  }

  @Test
  void aCancelledOperationCanBeAbandoned() {
    assertThat(forced(CardState.OPERATION_CANCELLED).word("N", ALL)).isEqualTo("Success");
  }

  private PaidCard forced(CardState state) {
    var card = PaidCard.now(bench);
    var gwsr = booked(card.number()).path("gwsr").asLong();
    var body = "{\"gwsr\":%d,\"state\":\"%s\"}".formatted(gwsr, state);
    bench.control("POST", "/sandbox/cards/state", body);
    return card;
  }

  @Test
  void theStateCanBeSaidInChinese() {
    var card = PaidCard.now(bench);
    bench.control("POST", "/sandbox/settings", "{\"chineseCardStates\":true}");
    assertThat(card.status()).isEqualTo("已授權");
  }
}
