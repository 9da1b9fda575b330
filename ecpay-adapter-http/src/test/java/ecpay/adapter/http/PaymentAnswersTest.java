package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.payment.CheckoutToken;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant of seed 001, and what a query says. */
class PaymentAnswersTest {
  private static final Optional<Instant> TRADE_DATE =
      Optional.of(Instant.parse("2026-03-05T01:08:07Z"));
  private static final TradeDetails CARD =
      new TradeDetails(
          "2603051709080012",
          Money.of(1680),
          "Credit",
          TRADE_DATE,
          Optional.of(Instant.parse("2026-03-05T01:09:10Z")),
          new BigDecimal("45.5"),
          new BigDecimal("1"),
          Optional.of(
              new CardDetails(
                  "431195",
                  "2222",
                  "777777",
                  10_735_183L,
                  Optional.of(Instant.parse("2026-03-05T01:09:10Z")),
                  Money.of(1680),
                  "5",
                  Optional.of(new CardDetails.Instalments(3, Money.of(560), Money.of(560))),
                  Optional.empty(),
                  Optional.empty(),
                  "測試銀行",
                  "999")),
          Optional.empty(),
          List.of("x"));

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final PaymentGateway payments =
      Facts.adapter(Facts.settings(ecpay.uri())).getInstance(PaymentGateway.class);

  private static ObjectNode sample(String variant) {
    return Facts.resource("seed-001-CreatePayment.json", variant);
  }

  private Answer<PaymentReply> createPayment(ObjectNode answer) {
    return createPayment(Facts.TRADE_NO, answer);
  }

  private Answer<PaymentReply> createPayment(MerchantTradeNo tradeNo, ObjectNode answer) {
    ecpay.thenData(Facts.PAYMENT_KEYS, answer.toString());
    return payments.createPayment(Facts.MERCHANT, tradeNo, new PayToken("token"));
  }

  private Answer<Optional<PaymentReport>> queryTrade(ObjectNode answer) {
    ecpay.thenData(Facts.PAYMENT_KEYS, answer.toString());
    return payments.queryTrade(Facts.MERCHANT, Facts.attempt());
  }

  private static ObjectNode tradeStatus(String status) {
    ObjectNode answer = sample("card");
    ((ObjectNode) answer.get("OrderInfo")).put("TradeStatus", status);
    return answer;
  }

  private static TradeDetails unpaid(String ecpayTradeNo, String paymentType) {
    return new TradeDetails(
        ecpayTradeNo,
        Money.of(1680),
        paymentType,
        TRADE_DATE,
        Optional.empty(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  private static Answer<PaymentReply> sentTo(String page) {
    return new Answer.Accepted<>(new PaymentReply.BuyerMustConfirm(URI.create(page)));
  }

  @Test
  void threeDSecureSendsTheBuyerToTheBank() {
    assertThat(createPayment(new MerchantTradeNo("test123466"), sample("threeDSecure")))
        .isEqualTo(sentTo("https://3durl.com.tw"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10200043", "\"0\"", "null"})
  void theBanksPageCountsBeforeRtnCode(String rtnCode) {
    ObjectNode answer = sample("threeDSecure");
    answer.set("RtnCode", ScriptedEcpay.parse("{\"v\":" + rtnCode + "}").get("v"));
    assertThat(createPayment(new MerchantTradeNo("test123466"), answer))
        .isEqualTo(sentTo("https://3durl.com.tw"));
  }

  @Test
  void unionPaySendsTheBuyerToItsPage() {
    assertThat(createPayment(sample("unionPay")))
        .isEqualTo(sentTo("https://unionpay.example/pay?id=1"));
  }

  @Test
  void aPageThatIsNotOfTheWebIsNeverShownToABuyer() {
    ObjectNode answer = sample("unionPay");
    ((ObjectNode) answer.get("UnionPayInfo")).put("UnionPayURL", "javascript:alert(1)");
    assertThat(createPayment(answer))
        .isEqualTo(
            new Answer.Unknown<>(
                "the answer is not as expected: a page that is no web address", false));
  }

  @Test
  void aCardWithoutThreeDSecureIsChargedAndYetNoMoney() {
    assertThat(createPayment(sample("card")))
        .isEqualTo(new Answer.Accepted<>(new PaymentReply.Charged(CARD)));
  }

  @Test
  void anAtmAccountIsIssued() {
    assertThat(createPayment(sample("atm")))
        .isEqualTo(
            new Answer.Accepted<>(
                new PaymentReply.CodeIssued(
                    unpaid("2603051709080013", "ATM_TAISHIN"),
                    new PaymentInstructions.Atm(
                        "812", "9103522175887271", LocalDate.of(2026, 3, 8)))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026/03/12 09:08:07, 2026-03-12T01:08:07Z",
    "2026/03/12, 2026-03-12T15:59:59Z", // D-34: a day counts to its end
  })
  void aCounterCodeIsIssued(String expireDate, Instant deadline) {
    ObjectNode answer = sample("cvs");
    ((ObjectNode) answer.get("CVSInfo")).put("ExpireDate", expireDate);
    assertThat(createPayment(answer))
        .isEqualTo(
            new Answer.Accepted<>(
                new PaymentReply.CodeIssued(
                    unpaid("2603051709080014", "CVS_CVS"),
                    new PaymentInstructions.CvsCode(
                        "LLL24112345678",
                        deadline,
                        Optional.of(URI.create("https://payment.example/barcode?no=1"))))));
  }

  @Test
  void aBarcodeIsIssued() {
    assertThat(createPayment(sample("barcode")))
        .isEqualTo(
            new Answer.Accepted<>(
                new PaymentReply.CodeIssued(
                    unpaid("2603051709080015", "BARCODE_BARCODE"),
                    new PaymentInstructions.CvsBarcode(
                        "1503126F8",
                        "3453010539246904",
                        "031267000001680",
                        Instant.parse("2026-03-12T15:59:59Z")))));
  }

  @Test
  void aRefusedCardIsARefusal() {
    ObjectNode answer = sample("card").put("RtnCode", 10200058).put("RtnMsg", "授權失敗");
    assertThat(createPayment(answer)).isEqualTo(new Answer.Refused<>("10200058", "授權失敗"));
  }

  @Test
  void aBankThatDidNotAnswerInTimeMayHaveCharged() {
    ObjectNode answer = sample("card").put("RtnCode", 10200115).put("RtnMsg", "逾時");
    assertThat(createPayment(answer)).isEqualTo(new Answer.Unknown<>("10200115: 逾時", false));
  }

  @Test
  void anAnswerAboutAnotherAttemptIsNotTaken() {
    assertThat(createPayment(new MerchantTradeNo("other"), sample("card")))
        .isEqualTo(
            new Answer.Unknown<>("the answer is not as expected: another MerchantTradeNo", false));
  }

  @Test
  void aFullCardNumberIsNeverKept() {
    ObjectNode answer = sample("card");
    ((ObjectNode) answer.get("CardInfo"))
        .put("Card6No", "4311952222222222")
        .put("Card4No", "4311952222222222");
    assertThat(createPayment(answer).toString()).doesNotContain("4311952222222222");
  }

  @Test
  void aTokenOpensTheForm() {
    ecpay.thenData(
        Facts.PAYMENT_KEYS,
        """
        {"RtnCode":1,"RtnMsg":"Success","PlatformID":"","MerchantID":"3002607",\
        "Token":"m12dae4846446sq","TokenExpireDate":"2026/11/21 12:15:06"}\
        """);
    assertThat(payments.getTokenbyTrade(Facts.MERCHANT, Samples.order(), Samples.attempt()))
        .isEqualTo(
            new Answer.Accepted<>(
                new PaymentGateway.Session(
                    new CheckoutToken("m12dae4846446sq"), Instant.parse("2026-11-21T04:15:06Z"))));
  }

  @Test
  void anEmptyTokenOpensNothing() {
    ecpay.thenData(
        Facts.PAYMENT_KEYS,
        "{\"RtnCode\":1,\"Token\":\"\",\"TokenExpireDate\":\"2026/11/21 12:15:06\"}");
    assertThat(payments.getTokenbyTrade(Facts.MERCHANT, Samples.order(), Samples.attempt()))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void aQueryTellsThatMoneyCame() {
    assertThat(queryTrade(tradeStatus("1")))
        .isEqualTo(
            new Answer.Accepted<>(
                Optional.of(
                    new PaymentReport(
                        new EcpayMerchantId("3002607"),
                        Facts.TRADE_NO,
                        new Verdict.Paid(),
                        CARD,
                        false))));
  }

  @Test
  void aQueryTellsThatNoMoneyCameYet() {
    assertThat(verdict(queryTrade(tradeStatus("0")))).isEqualTo(new Verdict.Pending());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10200095", "10200163"})
  void aQueryTellsThatAnAttemptFailed(String status) {
    assertThat(verdict(queryTrade(tradeStatus(status))))
        .isEqualTo(new Verdict.Declined(new PaymentFailure(status, "Success")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10200047", "10000185"})
  void aQueryMayKnowNothing(String code) {
    assertThat(queryTrade(ScriptedEcpay.parse("{\"RtnCode\":" + code + "}")))
        .isEqualTo(new Answer.Accepted<>(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "paid"})
  void aStatusThatNobodyExplainsIsNeitherMoneyNorItsAbsence(String status) {
    assertThat(queryTrade(tradeStatus(status)))
        .isEqualTo(
            new Answer.Unknown<>("the answer is not as expected: an unknown TradeStatus", false));
  }

  @Test
  void aPayersAccountInAQueryIsNoCodeToPayWith() {
    ObjectNode answer = tradeStatus("1");
    answer.putNull("ATMInfo");
    answer.put("MerchantID", 3002607);
    assertThat(verdict(queryTrade(answer))).isEqualTo(new Verdict.Paid());
  }

  private static Verdict verdict(Answer<Optional<PaymentReport>> answer) {
    return ((Answer.Accepted<Optional<PaymentReport>>) answer).value().orElseThrow().verdict();
  }
}
