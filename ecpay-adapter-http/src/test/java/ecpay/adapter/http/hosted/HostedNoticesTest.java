package ecpay.adapter.http.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.crypto.CheckMac;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.domain.money.Money;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentNoticeReader.Reading;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CB-05, CB-06 and CB-08: what is believed, what it says, and what is refused. */
class HostedNoticesTest {
  private static final Reading REFUSED = new Reading.Refused("CheckMacValue Error");

  private final PaymentNoticeReader reader =
      Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")))
          .getInstance(PaymentNoticeReader.class);

  private static Map<String, String> paid() {
    Map<String, String> notice = new LinkedHashMap<>();
    notice.put("MerchantID", "3002607");
    notice.put("MerchantTradeNo", Facts.TRADE_NO.value());
    notice.put("StoreID", "");
    notice.put("TradeNo", "2603051709080012");
    notice.put("RtnCode", "1");
    notice.put("RtnMsg", "交易成功");
    notice.put("TradeAmt", "1680");
    notice.put("PaymentDate", "2026/03/05 09:09:10");
    notice.put("TradeDate", "2026/03/05 09:08:07");
    notice.put("PaymentType", "Credit_CreditCard");
    notice.put("PaymentTypeChargeFee", "46.2");
    notice.put("SimulatePaid", "0");
    return notice;
  }

  private static Map<String, String> card(String... more) {
    Map<String, String> notice = paid();
    notice.put("gwsr", "10735183");
    notice.put("process_date", "2026/03/05 09:09:10");
    notice.put("auth_code", "777777");
    notice.put("amount", "1680");
    notice.put("card4no", "2222");
    notice.put("card6no", "431195");
    notice.put("eci", "05");
    for (int i = 0; i < more.length; i += 2) {
      notice.put(more[i], more[i + 1]);
    }
    return notice;
  }

  private static byte[] signed(CryptoKeys keys, Map<String, String> notice) {
    List<Field> fields = new ArrayList<>();
    notice.forEach((name, value) -> fields.add(new Field(name, value)));
    String mac = CheckMac.with(keys).compute(fields, Digest.SHA256, SpaceEncoding.PLUS);
    fields.add(new Field(CheckMac.FIELD, mac));
    return FormFields.write(fields).getBytes(UTF_8);
  }

  private static byte[] signed(Map<String, String> notice) {
    return signed(Facts.PAYMENT_KEYS, notice);
  }

  private PaymentReport report(Map<String, String> notice) {
    return ((Reading.Authentic) reader.readHostedReturn(Facts.MERCHANT, signed(notice))).report();
  }

  private Verdict info(Map<String, String> notice) {
    return ((Reading.Authentic) reader.readPaymentInfo(Facts.MERCHANT, signed(notice)))
        .report()
        .verdict();
  }

  @Test
  void aPaidNoticeSaysWhoWhatAndHowMuch() {
    PaymentReport report = report(paid());
    assertThat(report.merchantId().value()).isEqualTo("3002607");
    assertThat(report.tradeNo()).isEqualTo(Facts.TRADE_NO);
    assertThat(report.verdict()).isEqualTo(new Verdict.Paid());
    assertThat(report.simulated()).isFalse();
    assertThat(report.trade().amount()).isEqualTo(Money.of(1680));
    assertThat(report.trade().chargeFee()).isEqualTo(new BigDecimal("46.2"));
    assertThat(report.trade().createdAt()).contains(Instant.parse("2026-03-05T01:08:07Z"));
    assertThat(report.trade().paidAt()).contains(Instant.parse("2026-03-05T01:09:10Z"));
  }

  @Test
  void aCardIsKeptWithAllThatIsSaidOfIt() {
    CardDetails card =
        report(
                card(
                    "stage",
                    "3",
                    "stast",
                    "560",
                    "staed",
                    "560",
                    "red_dan",
                    "200",
                    "red_de_amt",
                    "20",
                    "red_ok_amt",
                    "1660",
                    "red_yet",
                    "800",
                    "PeriodType",
                    "M",
                    "Frequency",
                    "1",
                    "ExecTimes",
                    "12",
                    "PeriodAmount",
                    "1680",
                    "TotalSuccessTimes",
                    "2",
                    "TotalSuccessAmount",
                    "3360"))
            .trade()
            .card()
            .orElseThrow();
    assertThat(card)
        .isEqualTo(
            new CardDetails(
                "431195",
                "2222",
                "777777",
                10_735_183L,
                Optional.of(Instant.parse("2026-03-05T01:09:10Z")),
                Money.of(1680),
                "05",
                Optional.of(new CardDetails.Instalments(3, Money.of(560), Money.of(560))),
                Optional.of(new CardDetails.Bonus(200, Money.of(20), Money.of(1660), 800)),
                Optional.of(
                    new CardDetails.Period(
                        new PeriodicTerms(PeriodicTerms.Unit.MONTH, 1, 12),
                        Money.of(1680),
                        2,
                        Money.of(3360))),
                "",
                ""));
  }

  @ParameterizedTest
  @CsvSource({
    "stage, -1",
    "stage, 9999999999",
    "stage, x",
    "red_dan, -5",
    "PeriodType, W",
    "Frequency, 0",
    "process_date, never",
    "card6no, 4311952222222222",
    "gwsr, 12345678901234567890123",
  })
  void whatMakesNoSenseHidesNoMoney(String field, String value) {
    PaymentReport report = report(card("PeriodType", "M", "ExecTimes", "12", field, value));
    assertThat(report.verdict()).isEqualTo(new Verdict.Paid());
    assertThat(report.toString()).doesNotContain("4311952222222222");
  }

  @Test
  void whatEcpayGivesBackOfOursIsKeptInItsPlace() {
    Map<String, String> notice = paid();
    notice.put("CustomField1", "A-1");
    notice.put("CustomField2", "");
    notice.put("CustomField3", "C-3");
    notice.put("CustomField4", "");
    assertThat(report(notice).trade().customFields()).containsExactly("A-1", "", "C-3");
  }

  @ParameterizedTest
  @CsvSource({"ATMAccBank, ATMAccNo", "WebATMAccBank, WebATMAccNo"})
  void ofAnAccountOnlyBankAndTailAreKept(String bank, String tail) {
    Map<String, String> notice = paid();
    notice.put(bank, "812");
    notice.put(tail, "1234567890");
    assertThat(report(notice).trade().payer()).contains(new Payer.Account("812", "67890"));
  }

  @Rule("R-CAP-09")
  @ParameterizedTest
  @CsvSource({"'', ''", "0, ''", "0, 0", "0, 000000"})
  void fieldsOfACardThatHoldNothingMakeNoCardOfAnAccount(String number, String code) {
    Map<String, String> notice =
        card("gwsr", number, "auth_code", code, "card4no", code, "card6no", code, "eci", number);
    notice.put("PaymentType", "ATM_TAISHIN");
    assertThat(report(notice).trade().card()).isEmpty();
  }

  @Test
  void theStoreThatTookTheMoneyIsKept() {
    Map<String, String> notice = paid();
    notice.put("PaymentNo", "GW123");
    notice.put("PayFrom", "family");
    assertThat(report(notice).trade().payer()).contains(new Payer.Counter("family", ""));
  }

  @Rule("R-PAY-16")
  @Test
  void anUnknownWayOfPayingIsKept() {
    Map<String, String> notice = paid();
    notice.put("PaymentType", "Moon_Base");
    assertThat(report(notice).trade().paymentType()).isEqualTo("Moon_Base");
  }

  @Rule("R-PAY-09")
  @Test
  void aSimulationIsSeenAsWhatItIs() {
    Map<String, String> notice = paid();
    notice.put("SimulatePaid", "1");
    assertThat(report(notice).simulated()).isTrue();
  }

  @Test
  void everyOtherCodeIsNoMoney() {
    Map<String, String> notice = paid();
    notice.put("RtnCode", "10200058");
    notice.put("RtnMsg", "授權失敗");
    assertThat(report(notice).verdict())
        .isEqualTo(new Verdict.Declined(new PaymentFailure("10200058", "授權失敗")));
  }

  @Rule("R-PAY-07")
  @Test
  void accountsStoreCodesAndBarcodesAreTold() {
    Map<String, String> atm = paid();
    atm.put("RtnCode", "2");
    atm.put("BankCode", "812");
    atm.put("vAccount", "9103522175887271");
    atm.put("ExpireDate", "2026/03/08");
    assertThat(info(atm))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.Atm("812", "9103522175887271", LocalDate.of(2026, 3, 8))));
    Map<String, String> cvs = paid();
    cvs.put("RtnCode", "10100073");
    cvs.put("PaymentNo", "LLL24112345678");
    cvs.put("ExpireDate", "2026/03/12 09:08:07");
    cvs.put("PaymentURL", "https://payment.example/1");
    cvs.put("Barcode1", "");
    Instant deadline = Instant.parse("2026-03-12T01:08:07Z");
    assertThat(info(cvs))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.CvsCode(
                    "LLL24112345678",
                    deadline,
                    Optional.of(URI.create("https://payment.example/1")))));
    Map<String, String> barcode = paid();
    barcode.put("RtnCode", "10100073");
    barcode.put("PaymentNo", "");
    barcode.put("Barcode1", "1503126F8");
    barcode.put("Barcode2", "3453010539246904");
    barcode.put("Barcode3", "031267000001680");
    barcode.put("ExpireDate", "2026/03/12 09:08:07");
    assertThat(info(barcode))
        .isEqualTo(
            new Verdict.CodeIssued(
                new PaymentInstructions.CvsBarcode(
                    "1503126F8", "3453010539246904", "031267000001680", deadline)));
  }

  @Rule("R-PAY-07")
  @Test
  void anApplicationToPayLaterIsNeitherMoneyNorFailure() {
    Map<String, String> bnpl = paid();
    bnpl.put("RtnCode", "2");
    bnpl.put("BNPLTradeNo", "BN1");
    bnpl.put("BNPLInstallment", "3");
    assertThat(info(bnpl)).isEqualTo(new Verdict.Pending());
  }

  @Rule("R-PAY-06")
  @Test
  void whereCodesAreToldNoMoneyIsBelieved() {
    assertThat(info(paid())).isEqualTo(new Verdict.Pending());
  }

  @Rule("R-CBK-09")
  @Test
  void fieldsOfWhichNobodyHasHeardAreSignedToo() {
    Map<String, String> notice = paid();
    notice.put("OfLaterYears", "ä+ ~'1&");
    assertThat(report(notice).verdict()).isEqualTo(new Verdict.Paid());
    String body = new String(signed(notice), UTF_8).replace("OfLaterYears=", "OfLaterYears=x");
    assertThat(reader.readHostedReturn(Facts.MERCHANT, body.getBytes(UTF_8))).isEqualTo(REFUSED);
  }

  @Rule({"R-CBK-01", "R-CBK-09"})
  @ParameterizedTest
  @ValueSource(
      strings = {"TradeAmt=1680|TradeAmt=1681", "RtnCode=1|RtnCode=1&RtnCode=1", "3002607|3002608"})
  void whatWasChangedOnTheWayIsRefused(String change) {
    String[] parts = change.split("\\|", -1);
    byte[] body = new String(signed(paid()), UTF_8).replace(parts[0], parts[1]).getBytes(UTF_8);
    assertThat(reader.readHostedReturn(Facts.MERCHANT, body)).isEqualTo(REFUSED);
    assertThat(reader.readPaymentInfo(Facts.MERCHANT, body)).isEqualTo(REFUSED);
    assertThat(reader.readHostedResult(Facts.MERCHANT, body)).isEqualTo(REFUSED);
  }

  @Test
  void otherKeysNoSignatureGarbageAndTooMuchAreRefusedAlike() {
    byte[] unsigned = "MerchantID=3002607&RtnCode=1".getBytes(UTF_8);
    byte[] long64 =
        (new String(signed(paid()), UTF_8) + "&x=" + "y".repeat(1 << 16)).getBytes(UTF_8);
    for (byte[] body :
        List.of(
            signed(Facts.INVOICE_KEYS, paid()),
            unsigned,
            new byte[0],
            "%zz=%".getBytes(UTF_8),
            "{\"TransCode\":1}".getBytes(UTF_8),
            long64)) {
      assertThat(reader.readHostedReturn(Facts.MERCHANT, body)).isEqualTo(REFUSED);
    }
  }

  @Test
  void aSignedNoticeWithoutTradeNumberIsNoNotice() {
    Map<String, String> notice = paid();
    notice.remove("MerchantTradeNo");
    assertThat(reader.readHostedReturn(Facts.MERCHANT, signed(notice))).isEqualTo(REFUSED);
  }
}
