package ecpay.adapter.http.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Attempt;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** QueryTradeInfo/V5 and QueryPaymentInfo: how they are asked, and what is believed. */
class HostedQueriesTest {
  private static final Attempt ATTEMPT =
      new Attempt(
          new PaymentId("P1"),
          Samples.SHOP,
          Samples.ORDER,
          Facts.TRADE_NO,
          Money.of(1680),
          Offer.hosted(Set.of(PaymentMethod.CARD)),
          Samples.NOW);

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final PaymentGateway payments =
      Facts.adapter(Facts.settings(ecpay.uri())).getInstance(PaymentGateway.class);

  private static String signed(String... fields) {
    List<Field> answer = new ArrayList<>();
    answer.add(new Field("MerchantID", "3002607"));
    answer.add(new Field("MerchantTradeNo", Facts.TRADE_NO.value()));
    answer.add(new Field("TradeAmt", "1680"));
    for (int i = 0; i < fields.length; i += 2) {
      answer.add(new Field(fields[i], fields[i + 1]));
    }
    String mac =
        CheckMac.with(Facts.PAYMENT_KEYS).compute(answer, Digest.SHA256, SpaceEncoding.PLUS);
    answer.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(answer);
  }

  private Answer<Optional<PaymentReport>> query(String answer) {
    ecpay.then(200, answer);
    return payments.queryTrade(Facts.MERCHANT, ATTEMPT);
  }

  private static Verdict verdict(Answer<Optional<PaymentReport>> answer) {
    return ((Answer.Accepted<Optional<PaymentReport>>) answer).value().orElseThrow().verdict();
  }

  @Rule("R-TRN-02")
  @Test
  void theQuestionIsSignedWithTheTimeAtWhichItLeaves() {
    query(signed("TradeStatus", "0"));
    ScriptedEcpay.Request request = ecpay.onlyRequest();
    assertThat(request.path()).isEqualTo("/Cashier/QueryTradeInfo/V5");
    assertThat(request.contentType()).isEqualTo("application/x-www-form-urlencoded");
    List<Field> form = FormFields.parse(request.body());
    assertThat(CheckMac.with(Facts.PAYMENT_KEYS).verify(form, Digest.SHA256)).isTrue();
    assertThat(form)
        .contains(
            new Field("MerchantID", "3002607"),
            new Field("MerchantTradeNo", Facts.TRADE_NO.value()),
            new Field("TimeStamp", Long.toString(Samples.NOW.getEpochSecond())))
        .noneMatch(field -> field.name().equals("PlatformID"));
  }

  @Test
  void theStatusTellsWhatBecameOfIt() {
    assertThat(verdict(query(signed("TradeStatus", "1")))).isEqualTo(new Verdict.Paid());
    assertThat(verdict(query(signed("TradeStatus", "0")))).isEqualTo(new Verdict.Pending());
    assertThat(verdict(query(signed("TradeStatus", "10200095"))))
        .isEqualTo(new Verdict.Declined(new PaymentFailure("10200095", "TradeStatus 10200095")));
    assertThat(query(signed("TradeStatus", "10200047")))
        .isEqualTo(new Answer.Accepted<>(Optional.empty()));
    assertThat(query(signed("TradeStatus", "10200073")))
        .isEqualTo(new Answer.Refused<>("10200073", "TradeStatus 10200073"));
    assertThat(query(signed("TradeStatus", "77"))).isInstanceOf(Answer.Unknown.class);
  }

  @Rule("R-CBK-09")
  @Test
  void anAnswerWithoutTheRightSignatureSaysNothing() {
    String right = signed("TradeStatus", "1");
    for (String wrong :
        List.of(
            right.replace("TradeAmt=1680", "TradeAmt=1"),
            right.replaceAll("&CheckMacValue=.*", ""),
            "{\"TradeStatus\":\"1\"}",
            "<html>busy</html>",
            "")) {
      assertThat(query(wrong))
          .isEqualTo(
              new Answer.Unknown<>(
                  "the answer cannot be read: a CheckMacValue that is not right", true));
    }
  }

  @Test
  void anAnswerAboutAnotherAttemptIsNotTaken() {
    List<Field> other =
        FormFields.parse(signed("TradeStatus", "1")).stream()
            .filter(field -> !field.name().equals(CheckMac.FIELD))
            .map(field ->
                field.name().equals("MerchantTradeNo") ? new Field(field.name(), "X1") : field)
            .collect(Collectors.toCollection(ArrayList::new));
    other.add(
        new Field(
            CheckMac.FIELD,
            CheckMac.with(Facts.PAYMENT_KEYS).compute(other, Digest.SHA256, SpaceEncoding.PLUS)));
    assertThat(query(FormFields.write(other)))
        .isEqualTo(
            new Answer.Unknown<>("the answer is not as expected: another MerchantTradeNo", false));
  }

  @Test
  void theKindsOfAnswersAreKeptApart() {
    ecpay.then(404, "");
    assertThat(payments.queryTrade(Facts.MERCHANT, ATTEMPT))
        .isEqualTo(new Answer.Refused<>("HTTP 404", "wrong host or path"));
    ecpay.then(500, "no");
    assertThat(payments.queryTrade(Facts.MERCHANT, ATTEMPT))
        .isEqualTo(new Answer.Unknown<>("HTTP 500: no", false));
    ecpay.thenHangUp();
    assertThat(payments.queryTrade(Facts.MERCHANT, ATTEMPT)).isInstanceOf(Answer.Unknown.class);
  }

  @Rule("R-TRN-05")
  @Test
  void afterStatus403NoCallLeaves() {
    ecpay.then(403, "");
    assertThat(payments.queryTrade(Facts.MERCHANT, ATTEMPT)).isInstanceOf(Answer.NotSent.class);
    assertThat(payments.queryPaymentInfo(Facts.MERCHANT, ATTEMPT))
        .isInstanceOf(Answer.NotSent.class);
    assertThat(ecpay.requests()).hasSize(1);
  }

  @Rule("R-PAY-06")
  @Test
  void aCodeIsFoundAgain() {
    ecpay.then(
        200,
        signed("RtnCode", "2", "BankCode", "812", "vAccount", "91035", "ExpireDate", "2026/03/08"));
    assertThat(verdict(payments.queryPaymentInfo(Facts.MERCHANT, ATTEMPT)))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.Atm("812", "91035", LocalDate.of(2026, 3, 8))));
    ecpay.then(200, signed("RtnCode", "10200047", "RtnMsg", "none"));
    assertThat(payments.queryPaymentInfo(Facts.MERCHANT, ATTEMPT))
        .isEqualTo(new Answer.Accepted<>(Optional.empty()));
    ecpay.then(200, signed("RtnCode", "10200050", "RtnMsg", "why"));
    assertThat(payments.queryPaymentInfo(Facts.MERCHANT, ATTEMPT))
        .isEqualTo(new Answer.Refused<>("10200050", "why"));
  }
}
