package ecpay.adapter.http.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.domain.boundcard.BindResult;
import ecpay.domain.boundcard.BindResultReader;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.inbox.Reading;
import ecpay.domain.money.Money;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.rule.Rule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What passes for a later charge of a contract (CB-03, CB-07) or for a bound card (CB-04): ECPay's
 * own word for this account, unchanged, and nothing that a buyer's browser has seen (R-CBK-09).
 */
class ForgedChargeTest {
  private static final List<Field> CHARGED =
      List.of(
          new Field("Amount", "1680"),
          new Field("AuthCode", "777777"),
          new Field("ExecTimes", "12"),
          new Field("Gwsr", "10735183"),
          new Field("MerchantID", "3002607"),
          new Field("MerchantTradeNo", "test123456789"),
          new Field("ProcessDate", "2026/04/05 09:30:00"),
          new Field("RtnCode", "1"),
          new Field("RtnMsg", "paid"),
          new Field("TotalSuccessTimes", "2"));

  private final Injector adapter = Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")));
  private final ContractNoticeReader contracts = adapter.getInstance(ContractNoticeReader.class);
  private final PaymentNoticeReader payments = adapter.getInstance(PaymentNoticeReader.class);
  private final BindResultReader cards = adapter.getInstance(BindResultReader.class);

  private static List<Field> signed(CryptoKeys keys, List<Field> fields, Digest digest) {
    List<Field> signed = new ArrayList<>(fields);
    signed.add(
        new Field(CheckMac.FIELD, CheckMac.with(keys).compute(fields, digest, SpaceEncoding.PLUS)));
    return signed;
  }

  private static List<Field> signed() {
    return signed(Facts.PAYMENT_KEYS, CHARGED, Digest.SHA256);
  }

  private static byte[] bytes(List<Field> form) {
    return FormFields.write(form).getBytes(UTF_8);
  }

  private Reading<ChargeReport> hosted(List<Field> form) {
    return contracts.readHostedPeriodReturn(Facts.MERCHANT, bytes(form));
  }

  private Reading<ChargeReport> embedded(CryptoKeys keys, ObjectNode data) {
    return contracts.readPeriodReturn(
        Facts.MERCHANT, ScriptedEcpay.envelope(keys, data.toString()).getBytes(UTF_8));
  }

  private static ChargeReport report(Reading<ChargeReport> reading) {
    return ((Reading.Authentic<ChargeReport>) reading).report();
  }

  private static ObjectNode laterCharge() {
    ObjectNode data = Facts.resource("seed-001-CreatePayment.json", "card");
    ((ObjectNode) data.get("CardInfo"))
        .put("PeriodType", "M")
        .put("Frequency", 1)
        .put("ExecTimes", 12)
        .put("PeriodAmount", 1680)
        .put("TotalSuccessTimes", 2)
        .put("TotalSuccessAmount", 3360);
    return data;
  }

  @Rule({"R-PAY-17", "R-CBK-09"})
  @Test
  void ecpaysOwnWordSaysWhichChargeItIs() {
    ChargeReport hosted = report(hosted(signed()));
    assertThat(hosted.successes()).isEqualTo(2);
    assertThat(hosted.failure()).isEmpty();
    assertThat(hosted.authorizationId()).isEqualTo(10735183);
    assertThat(hosted.trade().amount()).isEqualTo(Money.of(1680));
    ChargeReport embedded = report(embedded(Facts.PAYMENT_KEYS, laterCharge()));
    assertThat(embedded.successes()).isEqualTo(2);
    assertThat(embedded.trade().amount()).isEqualTo(Money.of(1680));
  }

  @Rule("R-CBK-09")
  @Test
  void whateverIsChangedAddedLeftOutOrDoubledInASignedChargeIsNoticed() {
    for (int index = 0; index <= CHARGED.size(); index++) {
      Field field = signed().get(index);
      List<Field> changed = signed();
      changed.set(index, new Field(field.name(), field.value() + "0"));
      List<Field> shortened = signed();
      shortened.remove(index);
      List<Field> doubled = signed();
      doubled.add(field);
      assertThat(List.of(hosted(changed), hosted(shortened), hosted(doubled)))
          .as(field.name())
          .allMatch(Reading.Refused.class::isInstance);
    }
    List<Field> more = signed();
    more.add(new Field("StoreID", "x"));
    assertThat(hosted(more)).isInstanceOf(Reading.Refused.class);
  }

  @Rule({"R-CBK-08", "R-CBK-09"})
  @Test
  void otherKeysAndAnotherDigestProveNothing() {
    assertThat(hosted(signed(Facts.INVOICE_KEYS, CHARGED, Digest.SHA256)))
        .isInstanceOf(Reading.Refused.class);
    assertThat(hosted(signed(Facts.PAYMENT_KEYS, CHARGED, Digest.MD5)))
        .isInstanceOf(Reading.Refused.class);
    assertThat(embedded(Facts.INVOICE_KEYS, laterCharge())).isInstanceOf(Reading.Refused.class);
  }

  /**
   * The buyer's browser brings a signed return of the first charge (CB-08), and may write the names
   * of its fields in other letters, which the signature does not cover. It stays the first charge.
   */
  @Rule({"R-PAY-17", "R-CBK-09"})
  @Test
  void theReturnOfAFirstChargeNeverBecomesALaterOne() {
    List<Field> seen =
        List.of(
            new Field("Amount", "1680"),
            new Field("ExecTimes", "12"),
            new Field("Gwsr", "10735183"),
            new Field("MerchantID", "3002607"),
            new Field("MerchantTradeNo", "test123456789"),
            new Field("PeriodAmount", "1680"),
            new Field("ProcessDate", "2026/03/05 09:30:00"),
            new Field("RtnCode", "1"),
            new Field("TotalSuccessTimes", "1"),
            new Field("TradeAmt", "1680"));
    assertThat(report(hosted(signed(Facts.PAYMENT_KEYS, seen, Digest.SHA256))).successes())
        .isEqualTo(1);
  }

  /** Both sign like what ECPay sent, and would make a refusal, or real money, of something else. */
  @Rule("R-CBK-09")
  @Test
  void aFieldThatIsHiddenInAnotherOrSpelledOtherwiseMakesNoNotice() {
    for (int index = 1; index < CHARGED.size(); index++) {
      Field before = CHARGED.get(index - 1);
      Field hidden = CHARGED.get(index);
      List<Field> cut = signed();
      cut.set(
          index - 1,
          new Field(before.name(), before.value() + "&" + hidden.name() + "=" + hidden.value()));
      cut.remove(index);
      assertThat(hosted(cut)).as(hidden.name()).isInstanceOf(Reading.Refused.class);
      assertThat(payments.readHostedReturn(Facts.MERCHANT, bytes(cut)))
          .as(hidden.name())
          .isInstanceOf(Reading.Refused.class);
    }
    for (String name : List.of("RtnCode", "MerchantTradeNo", "TotalSuccessTimes", "MerchantID")) {
      List<Field> spelled =
          signed().stream()
              .map(field ->
                  field.name().equals(name)
                      ? new Field(name.toLowerCase(Locale.ROOT), field.value())
                      : field)
              .toList();
      assertThat(hosted(spelled)).as(name).isInstanceOf(Reading.Refused.class);
    }
  }

  @Rule("R-CBK-09")
  @Test
  void aCharacterThatIsChangedInAnEnvelopeBreaksIt() {
    String envelope = ScriptedEcpay.envelope(Facts.PAYMENT_KEYS, laterCharge().toString());
    int data = envelope.indexOf("\"Data\":\"") + 8;
    for (int place = data + 24; place < envelope.length() - 8; place += 37) {
      char other = envelope.charAt(place) == 'A' ? 'B' : 'A';
      String changed = envelope.substring(0, place) + other + envelope.substring(place + 1);
      assertThat(contracts.readPeriodReturn(Facts.MERCHANT, changed.getBytes(UTF_8)))
          .as("changed at " + place)
          .isInstanceOf(Reading.Refused.class);
    }
  }

  private static byte[] brought(CryptoKeys keys, String... data) {
    List<Field> form = new ArrayList<>();
    for (String one : data) {
      form.add(new Field("ResultData", ScriptedEcpay.envelope(keys, one)));
    }
    return bytes(form);
  }

  private static final String BOUND =
      """
      {"RtnCode":1,"RtnMsg":"ok","MerchantID":"3002607","BindCardID":"12345678901234",\
      "OrderInfo":{"MerchantTradeNo":"test123456789"}}\
      """;

  @Rule({"R-PAY-08", "R-CBK-09"})
  @Test
  void aBoundCardIsEcpaysWordOnceOrNothing() {
    assertThat(cards.read(Facts.MERCHANT, brought(Facts.PAYMENT_KEYS, BOUND)))
        .containsInstanceOf(BindResult.Claimed.class);
    assertThat(cards.read(Facts.MERCHANT, brought(Facts.INVOICE_KEYS, BOUND))).isEmpty();
    assertThat(cards.read(Facts.MERCHANT, brought(Facts.PAYMENT_KEYS, BOUND, BOUND))).isEmpty();
    assertThat(cards.read(Facts.MERCHANT, brought(Facts.PAYMENT_KEYS))).isEmpty();
    assertThat(cards.read(Facts.MERCHANT, BOUND.getBytes(UTF_8))).isEmpty();
    assertThat(
            cards.read(
                Facts.MERCHANT, brought(Facts.PAYMENT_KEYS, BOUND.replace("12345678901234", ""))))
        .isEmpty();
  }

  /** The member's browser holds it, and may send it to where charges are told. */
  @Rule({"R-PAY-17", "R-CBK-09"})
  @Test
  void aBoundCardIsNoChargeAndAPaymentIsNoBoundCard() {
    assertThat(
            embedded(Facts.PAYMENT_KEYS, ScriptedEcpay.parse(BOUND))
                    instanceof Reading.Authentic(ChargeReport told)
                && told.failure().isEmpty()
                && told.successes() > 0)
        .isFalse();
    assertThat(cards.read(Facts.MERCHANT, brought(Facts.PAYMENT_KEYS, laterCharge().toString())))
        .isEmpty();
  }
}
