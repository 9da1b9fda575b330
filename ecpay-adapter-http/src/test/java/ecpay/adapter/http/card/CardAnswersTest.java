package ecpay.adapter.http.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.crypto.FormFields;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardAction;
import ecpay.domain.card.CardGateway.Acted;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ECPay says of cards, on both of its services (D-33, U-06). */
class CardAnswersTest {
  private static final MerchantTradeNo TRADE = new MerchantTradeNo("ORDER1");

  private static CardTrade embedded(String value) {
    Answer<CardTrade> answer =
        new CreditDetailQueryTrade(TRADE, "2611211205061234")
            .read(
                Fields.read(
                    "{\"RtnCode\":1,\"RtnMsg\":\"Success\",\"MerchantTradeNo\":\"ORDER1\","
                        + value
                        + "}"));
    return ((Answer.Accepted<CardTrade>) answer).value();
  }

  private static CardTrade hosted(String json) {
    Answer<CardTrade> answer =
        new CreditDetailQueryTradeV2(12345678, Money.of(1000), "71620453").read(Fields.read(json));
    return ((Answer.Accepted<CardTrade>) answer).value();
  }

  @Test
  void theSiblingsNamesAreUnderstood() {
    CardTrade trade =
        embedded(
            """
            "RtnValue":{"TradeID":1,"amount":1000,"clsamt":1000,
             "authtime":"2026/11/21 12:07:00","status":"Captured","close_data":[
              {"status":"Captured","sno":"1","amount":1000,"datetime":"2026/11/22 02:00:00"},
              {"status":"To be captured","sno":"2","amount":-300,"datetime":""}]}\
            """);
    assertThat(trade.state()).isEqualTo(CardState.CAPTURED);
    assertThat(trade.authorized()).isEqualTo(Money.of(1000));
    assertThat(trade.refunded()).isEqualTo(Money.of(300));
    assertThat(trade.authorizedAt()).contains(Instant.parse("2026-11-21T04:07:00Z"));
  }

  @Test
  void namesAreMatchedWhateverTheirCaseAndUnderscores() {
    CardTrade trade =
        embedded(
            """
            "CreditInfo":{"Amount":"1000","ClsAmt":"0","AuthTime":"","Status":"要關帳",
             "CloseData":[{"Status":"要關帳","SNo":7,"Amount":"1000","DateTime":null}]}\
            """);
    assertThat(trade.state()).isEqualTo(CardState.TO_BE_CAPTURED);
    assertThat(trade.word()).isEqualTo("要關帳");
    assertThat(trade.authorizedAt()).isEmpty();
  }

  private static Answer<CardTrade> answered(String json) {
    return new CreditDetailQueryTrade(TRADE, "2611211205061234").read(Fields.read(json));
  }

  /** As stage answers for an authorisation: no RtnCode, and the captures beside RtnValue (U-06). */
  @Rule("R-CAP-01")
  @Test
  void anAnswerOfEcpgThatTellsOfACardHasNoRtnCode() {
    Answer<CardTrade> answer =
        answered(
            """
            {"RtnMsg":"","RtnValue":{"TradeID":14521552,"Amount":1000,"ClsAmt":0,
             "AuthTime":"2026/08/01 09:30:52","Status":"Authorized"},"CloseData":{}}\
            """);
    assertThat(answer)
        .isEqualTo(
            new Answer.Accepted<>(
                new CardTrade(
                    CardState.AUTHORIZED,
                    "Authorized",
                    Money.of(1000),
                    Money.ZERO,
                    Optional.of(Instant.parse("2026-08-01T01:30:52Z")),
                    List.of())));
  }

  @Rule("R-CAP-04")
  @Test
  void theCapturesAndRefundsOfEcpgStandBesideItsValue() {
    Answer<CardTrade> answer =
        answered(
            """
            {"RtnMsg":"","RtnValue":{"TradeID":1,"Amount":1000,"ClsAmt":1000,
             "AuthTime":"2026/08/01 09:30:52","Status":"Captured"},"CloseData":[
              {"Status":"Captured","Amount":1000,"DateTime":"2026/08/02 03:00:00"},
              {"Status":"Captured","Amount":-300,"DateTime":"2026/08/03 03:00:00"}]}\
            """);
    CardTrade trade = ((Answer.Accepted<CardTrade>) answer).value();
    assertThat(trade.refunded()).isEqualTo(Money.of(300));
    assertThat(trade.left()).isEqualTo(Money.of(700));
  }

  @Test
  void aRefusalOfEcpgIsACodeOrAWordInItsMessage() {
    assertThat(answered("{\"RtnCode\":10000185,\"RtnMsg\":\"Cant not find the trade data\"}"))
        .isEqualTo(new Answer.Refused<CardTrade>("10000185", "Cant not find the trade data"));
    assertThat(answered("{\"RtnMsg\":\"error_nopay\",\"RtnValue\":null}"))
        .isInstanceOf(Answer.Refused.class);
    assertThatThrownBy(() -> answered("{\"RtnMsg\":\"\",\"RtnValue\":null}"))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void theHostedPageSaysNothingWhenAllIsWell() {
    CardTrade trade =
        hosted(
            """
            {"RtnMsg":"","RtnValue":{"TradeID":1,"amount":1000,"clsamt":0,
             "authtime":"2026/11/21 12:07:00","status":"Authorized","close_data":[]}}\
            """);
    assertThat(trade.state()).isEqualTo(CardState.AUTHORIZED);
  }

  /** As production writes it: a number with zeros in front, twelve hours, Chinese words. */
  @Rule({"R-CAP-01", "R-CAP-07"})
  @Test
  void theHostedPagesOwnWayOfWritingTimesIsRead() {
    CardTrade trade =
        hosted(
            """
            {"RtnMsg":"","RtnValue":{"TradeID":"0015625112","amount":"100","clsamt":"100",
             "authtime":"2016/5/12 下午 07:09:17","status":"已關帳","close_data":[
              {"status":"已關帳","sno":"2782343","amount":"100",
               "datetime":"2016/5/13 上午 12:00:05"}]}}\
            """);
    assertThat(trade.state()).isEqualTo(CardState.CAPTURED);
    assertThat(trade.authorizedAt()).contains(Instant.parse("2016-05-12T11:09:17Z"));
    assertThat(trade.closes().getFirst().at()).contains(Instant.parse("2016-05-12T16:00:05Z"));
  }

  @Test
  void theHostedPageRefusesInItsMessage() {
    Answer<CardTrade> answer =
        new CreditDetailQueryTradeV2(1, Money.of(1000), "71620453")
            .read(Fields.read("{\"RtnMsg\":\"error_nopay\",\"RtnValue\":\"\"}"));
    assertThat(answer).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void anAnswerWithoutAValueProvesNothing() {
    assertThatThrownBy(() -> hosted("{\"RtnMsg\":\"\",\"RtnValue\":\"\"}"))
        .isInstanceOf(UnreadableException.class);
  }

  private static Answer<Acted> acted(String form) {
    return new AioDoAction(TRADE, "2611211205061234", CardAction.REFUND, Money.of(100))
        .read(Fields.of(FormFields.parse(form)));
  }

  @Test
  void aFormAndItsBareTextMeanTheSame() {
    assertThat(acted("MerchantTradeNo=ORDER1&RtnCode=1&RtnMsg=OK"))
        .isInstanceOf(Answer.Accepted.class);
    assertThat(acted("1|OK")).isInstanceOf(Answer.Accepted.class);
    assertThat(acted("10200999|error_balance_R"))
        .isEqualTo(new Answer.Refused<Acted>("10200999", "error_balance_R"));
    assertThat(acted("MerchantTradeNo=ORDER1&RtnCode=10200999&RtnMsg=error_state_R"))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void anotherTradesAnswerIsNone() {
    assertThatThrownBy(() -> acted("MerchantTradeNo=ORDER2&RtnCode=1&RtnMsg=OK"))
        .isInstanceOf(UnreadableException.class);
  }

  @Test
  void theCheckCodeIsNeverPrinted() {
    assertThat(new CreditDetailQueryTradeV2(1, Money.of(1), "71620453").toString())
        .doesNotContain("71620453");
  }
}
