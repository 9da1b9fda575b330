package ecpay.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CB-01 and CB-02: what is believed, what it says, and what is refused (callbacks.md). */
class EcpgNoticesTest {
  private static final Reading<PaymentReport> REFUSED =
      new Reading.Refused<>("the notice cannot be verified");

  private final PaymentNoticeReader reader =
      Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")))
          .getInstance(PaymentNoticeReader.class);

  private static ObjectNode paid() {
    return Facts.resource("seed-001-CreatePayment.json", "card");
  }

  private static byte[] notice(ObjectNode data) {
    return notice(Facts.PAYMENT_KEYS, data);
  }

  private static byte[] notice(CryptoKeys keys, ObjectNode data) {
    return ScriptedEcpay.envelope(keys, data.toString()).getBytes(UTF_8);
  }

  private Reading<PaymentReport> read(byte[] body) {
    return reader.readReturn(Facts.MERCHANT, body);
  }

  private PaymentReport report(ObjectNode data) {
    return ((Reading.Authentic<PaymentReport>) read(notice(data))).report();
  }

  @Test
  void aPaidNoticeSaysWhoWhatAndHowMuch() {
    PaymentReport report = report(paid());
    assertThat(report.merchantId()).isEqualTo(new EcpayMerchantId("3002607"));
    assertThat(report.tradeNo()).isEqualTo(Facts.TRADE_NO);
    assertThat(report.verdict()).isEqualTo(new Verdict.Paid());
    assertThat(report.simulated()).isFalse();
    assertThat(report.trade().amount()).isEqualTo(Money.of(1680));
    assertThat(report.trade().ecpayTradeNo()).isEqualTo("2603051709080012");
    assertThat(report.trade().paidAt()).contains(Instant.parse("2026-03-05T01:09:10Z"));
  }

  @Test
  void aRepeatInOtherWordsSaysTheSame() {
    PaymentReport first = report(paid().put("RtnMsg", "交易成功"));
    PaymentReport repeat = report(paid().put("RtnMsg", "paid"));
    assertThat(repeat).isEqualTo(first);
  }

  @Test
  @Rule("R-CBK-06")
  void numbersAndFlagsMayComeAsText() {
    ObjectNode text = paid().put("RtnCode", "1");
    ((ObjectNode) text.get("OrderInfo")).put("TradeAmt", "1680").put("ChargeFee", "45.5");
    ((ObjectNode) text.get("CardInfo")).put("Gwsr", "10735183").put("Stage", "3").put("Eci", "5");
    assertThat(report(text)).isEqualTo(report(paid()));
    assertThat(report(paid().put("MerchantID", 3002607))).isEqualTo(report(paid()));
  }

  @Test
  void anotherMerchantIsReportedAsItIs() {
    assertThat(report(paid().put("MerchantID", "9999999")).merchantId())
        .isEqualTo(new EcpayMerchantId("9999999"));
  }

  @Test
  void theOuterMerchantSpeaksWhereTheInnerIsMissing() {
    ObjectNode data = paid();
    data.remove("MerchantID");
    assertThat(report(data).merchantId()).isEqualTo(new EcpayMerchantId("3002607"));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "\"1\", true", "0, false", "\"0\", false", "null, false"})
  void aSimulatedPaymentIsMarked(String flag, boolean simulated) {
    ObjectNode data = paid();
    data.set("SimulatePaid", ScriptedEcpay.parse("{\"v\":" + flag + "}").get("v"));
    assertThat(report(data).simulated()).isEqualTo(simulated);
  }

  @Test
  void aSimulatedPaymentIsSeenAsOneThoughItsTradeStaysUnpaid() {
    ObjectNode data = paid().put("SimulatePaid", 1);
    ((ObjectNode) data.get("OrderInfo")).put("TradeStatus", "0");
    assertThat(report(data).verdict()).isEqualTo(new Verdict.Paid());
    assertThat(report(data).simulated()).isTrue();
  }

  @Test
  void aTradeThatIsUnpaidIsNoMoneyYet() {
    ObjectNode data = paid();
    ((ObjectNode) data.get("OrderInfo")).put("TradeStatus", "0");
    assertThat(report(data).verdict()).isEqualTo(new Verdict.Pending());
  }

  @ParameterizedTest
  @Rule("R-PAY-07")
  @ValueSource(ints = {2, 10100073})
  void anIssuedCodeIsNoMoneyYet(int code) {
    assertThat(report(paid().put("RtnCode", code)).verdict()).isEqualTo(new Verdict.Pending());
  }

  @Test
  void anyOtherCodeIsAFailure() {
    assertThat(report(paid().put("RtnCode", 10100058).put("RtnMsg", "逾期")).verdict())
        .isEqualTo(new Verdict.Declined(new PaymentFailure("10100058", "逾期")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"many\"", "16.8", "-1680", "9999999999999", "{}"})
  void anAmountThatIsNoneNeverMatches(String amount) {
    ObjectNode data = paid();
    ((ObjectNode) data.get("OrderInfo"))
        .set("TradeAmt", ScriptedEcpay.parse("{\"v\":" + amount + "}").get("v"));
    assertThat(report(data).trade().amount()).isEqualTo(Money.ZERO);
  }

  @Test
  void aBareNoticeIsStillRead() {
    ObjectNode data = paid();
    data.remove("CardInfo");
    data.putObject("OrderInfo").put("MerchantTradeNo", "test123456789");
    PaymentReport report = report(data);
    assertThat(report.verdict()).isEqualTo(new Verdict.Paid());
    assertThat(report.trade().amount()).isEqualTo(Money.ZERO);
    assertThat(report.trade().card()).isEqualTo(Optional.empty());
  }

  @Test
  void aNoticeUnderOtherKeysIsRefused() {
    assertThat(read(notice(Facts.INVOICE_KEYS, paid()))).isEqualTo(REFUSED);
  }

  @Test
  void anotherTransCodeIsRefusedThoughItsDataOpens() {
    String envelope = new String(notice(paid()), UTF_8);
    assertThat(read(envelope.replace("\"TransCode\":1", "\"TransCode\":0").getBytes(UTF_8)))
        .isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "RtnCode=1&MerchantTradeNo=test123456789",
        "{\"TransCode\":1}",
        "{\"TransCode\":1,\"Data\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}"
      })
  void whatIsNoNoticeIsRefused(String body) {
    assertThat(read(body.getBytes(UTF_8))).isEqualTo(REFUSED);
  }

  @Test
  void aNoticeWithoutRtnCodeOrTradeNumberIsRefused() {
    ObjectNode mute = paid();
    mute.remove("RtnCode");
    assertThat(read(notice(mute))).isEqualTo(REFUSED);
    ObjectNode nameless = paid();
    nameless.remove("OrderInfo");
    assertThat(read(notice(nameless))).isEqualTo(REFUSED);
  }

  @Test
  void moreThan64KibibytesAreRefused() {
    byte[] genuine = notice(paid());
    byte[] longest = Arrays.copyOf(genuine, 64 << 10);
    Arrays.fill(longest, genuine.length, longest.length, (byte) ' ');
    assertThat(read(longest)).isInstanceOf(Reading.Authentic.class);
    assertThat(read(Arrays.copyOf(longest, longest.length + 1))).isEqualTo(REFUSED);
  }

  @Test
  void randomBytesNeverBringAnException() {
    Random random = new Random(20261121);
    byte[] genuine = notice(paid());
    for (int i = 0; i < 2_000; i++) {
      byte[] body = genuine.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt();
      }
      assertThat(read(body)).isNotNull();
      assertThat(reader.readOrderResult(Facts.MERCHANT, body)).isEqualTo(REFUSED);
    }
  }

  /** That the keys open it is all that proves where it comes from. */
  @Test
  void aNoticeThatIsNotEncryptedIsRefused() {
    String data = paid().toString();
    ObjectNode envelope = ScriptedEcpay.parse("{\"MerchantID\":\"3002607\",\"TransCode\":1}");
    assertThat(read(envelope.put("Data", data).toString().getBytes(UTF_8))).isEqualTo(REFUSED);
    envelope.set("Data", paid());
    assertThat(read(envelope.toString().getBytes(UTF_8))).isEqualTo(REFUSED);
  }

  @Test
  void theBrowserBringsTheSameEnvelopeInAForm() {
    String envelope = new String(notice(paid()), UTF_8);
    byte[] form =
        FormFields.write(List.of(new Field("ResultData", envelope), new Field("other", "x")))
            .getBytes(UTF_8);
    assertThat(reader.readOrderResult(Facts.MERCHANT, form))
        .isEqualTo(new Reading.Authentic<>(report(paid())));
    assertThat(read(form)).isEqualTo(REFUSED);
  }

  @Test
  void twoResultsInAFormAreRefused() {
    Field result = new Field("ResultData", new String(notice(paid()), UTF_8));
    byte[] form = FormFields.write(List.of(result, result)).getBytes(UTF_8);
    assertThat(reader.readOrderResult(Facts.MERCHANT, form)).isEqualTo(REFUSED);
  }

  @Test
  void aBrokenFormIsRefused() {
    assertThat(reader.readOrderResult(Facts.MERCHANT, "ResultData=%7".getBytes(UTF_8)))
        .isEqualTo(REFUSED);
    assertThat(reader.readOrderResult(Facts.MERCHANT, new byte[(64 << 10) + 1])).isEqualTo(REFUSED);
  }
}
