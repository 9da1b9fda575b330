package ecpay.adapter.http.hosted;

import static ecpay.adapter.http.hosted.HostedNotice.card;
import static ecpay.adapter.http.hosted.HostedNotice.paid;
import static ecpay.adapter.http.hosted.HostedNotice.signed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.adapter.http.Facts;
import ecpay.domain.inbox.Reading;
import ecpay.domain.money.Money;
import ecpay.domain.payment.offer.PeriodicTerms;
import ecpay.domain.payment.report.CardDetails;
import ecpay.domain.payment.report.Payer;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CB-05 and CB-08: what is believed, what it says, and what is refused. */
class HostedNoticesTest {
  private static final Reading<PaymentReport> REFUSED =
      new Reading.Refused<>("CheckMacValue Error");

  private final PaymentNoticeReader reader =
      Facts.adapter(Facts.settings(URI.create("http://127.0.0.1:1")))
          .getInstance(PaymentNoticeReader.class);

  private PaymentReport report(Map<String, String> notice) {
    return ((Reading.Authentic<PaymentReport>)
            reader.readHostedReturn(Facts.MERCHANT, signed(notice)))
        .report();
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
