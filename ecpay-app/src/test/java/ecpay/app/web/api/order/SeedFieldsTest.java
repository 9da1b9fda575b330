package ecpay.app.web.api.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecpay.app.Notices;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.money.Money;
import ecpay.domain.payment.PaymentReply;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field that seed 001 lists of a card, an ATM account, a CVS code and a barcode: through the
 * database, and shown by the API and on the console.
 */
class SeedFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant DEADLINE = Instant.parse("2026-12-01T02:03:04Z");
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException notJson) {
      throw new UncheckedIOException(text, notJson);
    }
  }

  private static JsonNode payment(String order) {
    return Shop.json(shop.get("/api/v1/orders/" + order)).path("payments").path(0);
  }

  private static String console(String order) {
    String key = Base64.getEncoder().encodeToString(("console:" + shop.key).getBytes(UTF_8));
    return shop.send(
            shop.anonymous("/console/orders/" + order).header("Authorization", "Basic " + key))
        .body();
  }

  private static void assertHolds(JsonNode payment, String expected) {
    json(expected)
        .properties()
        .forEach(field ->
            assertThat(payment.path(field.getKey()))
                .as(field.getKey())
                .isEqualTo(field.getValue()));
  }

  @Test
  void everyFieldOfACardIsKeptAndShown() {
    String order = shop.placed("SEED-card");
    String tradeNo =
        Shop.json(shop.post("/api/v1/orders/" + order + "/payments", "")).path("tradeNo").asText();
    String notice =
        Notices.of(
            """
            {"RtnCode":1,"RtnMsg":"Success","PlatformID":"","MerchantID":"1000001",
             "OrderInfo":{"MerchantTradeNo":"%s","TradeNo":"2611211200000001","TradeAmt":1000,
              "TradeDate":"2026/11/21 12:00:00","PaymentType":"Credit",
              "PaymentDate":"2026/11/21 12:00:05","ChargeFee":25.5,"ProcessFee":1,
              "TradeStatus":"1"},
             "CardInfo":{"AuthCode":"777777","Gwsr":10735183,"ProcessDate":"2026/11/21 12:00:04",
              "Amount":1000,"Stage":3,"Stast":334,"Staed":333,"Eci":5,"Card6No":"431195",
              "Card4No":"2222","RedDan":200,"RedDeAmt":20,"RedOkAmt":980,"RedYet":800,
              "PeriodType":"M","Frequency":1,"ExecTimes":12,"PeriodAmount":1000,
              "TotalSuccessTimes":2,"TotalSuccessAmount":2000,"IssuingBank":"測試銀行",
              "IssuingBankCode":"999"},
             "CustomField":"A-1"}
            """
                .formatted(tradeNo));
    assertThat(shop.postBytes("/callbacks/shop/payment", notice.getBytes(UTF_8)).body())
        .isEqualTo("1|OK");
    assertHolds(
        payment(order),
        """
        {'state':'paid','ecpayTradeNo':'2611211200000001','amount':1000,'paymentType':'Credit',
         'createdAt':'2026-11-21T12:00:00+08:00','paidAt':'2026-11-21T12:00:05+08:00',
         'chargeFee':'25.5','processFee':'1','customFields':['A-1'],
         'card':{'firstSix':'431195','lastFour':'2222','authCode':'777777',
          'authorizationId':10735183,'amount':1000,'eci':'5','issuingBank':'測試銀行',
          'issuingBankCode':'999','processedAt':'2026-11-21T12:00:04+08:00',
          'instalments':{'count':3,'first':334,'later':333},
          'bonus':{'used':200,'deducted':20,'charged':980,'left':800},
          'period':{'unit':'month','frequency':1,'times':12,'amount':1000,'successes':2,
           'total':2000}}}
        """);
    assertThat(console(order))
        .contains("2611211200000001 Credit", "made 2026-11-21 12:00:00", "paid 2026-11-21 12:00:05")
        .contains("fee 25.5", "processing fee 1", "custom fields A-1", "card 431195******2222")
        .contains("authorization 777777 (Gwsr 10735183)", "processed 2026-11-21 12:00:04")
        .contains("ECI 5", "bank 999 測試銀行", "3 instalments", "200 points", "800 points left")
        .contains("charge 2 of 12");
  }

  record Code(PaymentInstructions instructions, String shown, List<String> told) {}

  static List<Code> codes() {
    return List.of(
        new Code(
            new PaymentInstructions.Atm("812", "9103522175887271", LocalDate.of(2026, 11, 24)),
            """
            {'kind':'atm','deadline':'2026-11-24T23:59:59+08:00','bankCode':'812',
             'account':'9103522175887271'}
            """,
            List.of("account 812 9103522175887271", "until 2026-11-24 23:59:59")),
        new Code(
            new PaymentInstructions.CvsCode(
                "GW123456789012", DEADLINE, Optional.of(URI.create("https://ecpay.example/c?x=1"))),
            """
            {'kind':'cvs_code','deadline':'2026-12-01T10:03:04+08:00',
             'paymentNo':'GW123456789012','page':'https://ecpay.example/c?x=1'}
            """,
            List.of("code GW123456789012 https://ecpay.example/c?x=1", "2026-12-01 10:03:04")),
        new Code(
            new PaymentInstructions.CvsBarcode(
                "1212314AB", "3453010015750240", "110510000001000", DEADLINE),
            """
            {'kind':'cvs_barcode','deadline':'2026-12-01T10:03:04+08:00',
             'stripes':['1212314AB','3453010015750240','110510000001000']}
            """,
            List.of("barcodes 1212314AB 3453010015750240 110510000001000")),
        new Code(
            new PaymentInstructions.Application("BN2611", "3", DEADLINE),
            """
            {'kind':'bnpl_application','deadline':'2026-12-01T10:03:04+08:00',
             'applicationNo':'BN2611','instalments':'3'}
            """,
            List.of("BNPL application BN2611, 3 instalments", "until 2026-12-01 10:03:04")));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyFieldOfACodeIsKeptAndShownAlsoOnceItIsPaid(Code code) {
    String order = shop.placed("SEED-" + code.instructions().getClass().getSimpleName());
    JsonNode opened = Shop.json(shop.post("/api/v1/orders/" + order + "/payments", ""));
    shop.ecpay.charging =
        new Answer.Accepted<>(
            new PaymentReply.CodeIssued(
                new TradeDetails(
                    "2611211200000007",
                    Money.of(1000),
                    "ATM_TAISHIN",
                    Optional.of(Instant.parse("2026-11-21T04:00:00Z")),
                    Optional.empty(),
                    new BigDecimal("10.5"),
                    BigDecimal.ONE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of("A-1")),
                code.instructions()));
    shop.postForm("/pay/" + opened.path("id").asText(), "PayToken=token");
    String trade =
        """
        {'state':'awaiting_money','ecpayTradeNo':'2611211200000007','paymentType':'ATM_TAISHIN',
         'createdAt':'2026-11-21T12:00:00+08:00','chargeFee':'10.5','processFee':'1',
         'customFields':['A-1']}
        """;
    assertHolds(payment(order), trade);
    assertThat(payment(order).path("instructions")).isEqualTo(json(code.shown()));
    assertThat(console(order))
        .contains("2611211200000007 ATM_TAISHIN", "fee 10.5", "custom fields A-1")
        .contains(code.told());

    shop.postBytes(
        "/callbacks/shop/payment", Notices.paid(opened.path("tradeNo").asText()).getBytes(UTF_8));
    JsonNode paid = payment(order);
    assertThat(paid.path("state").asText()).isEqualTo("paid");
    assertThat(paid.path("instructions")).isEqualTo(json(code.shown()));
    assertThat(console(order)).contains(code.told());
  }
}
