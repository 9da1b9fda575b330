package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CryptoKeys;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Service;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvelopeTest {
  private static final String PLATFORM_KEY = "platformKey12345";
  private static final String PLATFORM_IV = "platformIv123456";

  private Bench bench;

  @BeforeAll
  void start() throws IOException {
    bench =
        new Bench(options ->
            options.withMerchant(
                Merchant.platform(
                    "7000001", Service.INVOICE, PLATFORM_KEY, PLATFORM_IV, Set.of("2000132"))));
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  private Bench.Answer query(String outerId, long seconds, CryptoKeys keys, ObjectNode data) {
    return bench.call(Order.QUERY, Bench.envelope(outerId, seconds, keys, data), keys);
  }

  private static void assertFail(Bench.Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.transCode()).isZero();
    assertThat(answer.envelope().path("TransMsg").asText()).isEqualTo("Fail");
    assertThat(answer.envelope().path("Data").asText("x")).isEmpty();
  }

  @Test
  void aTimestampCountsForTenMinutesInSeconds() {
    var now = bench.now();
    var data = Order.query("X1");
    assertThat(query("3002607", now - 600, Bench.PAYMENT_KEYS, data).transCode()).isEqualTo(1);
    assertThat(query("3002607", now + 600, Bench.PAYMENT_KEYS, data).transCode()).isEqualTo(1);
    var late = query("3002607", now - 601, Bench.PAYMENT_KEYS, data);
    assertThat(late.transCode()).isZero();
    assertThat(late.envelope().path("TransMsg").asText()).contains("Timestamp");
    assertThat(query("3002607", now + 601, Bench.PAYMENT_KEYS, data).transCode()).isZero();
    assertFail(query("3002607", now * 1000, Bench.PAYMENT_KEYS, data));
  }

  @Test
  void theJournalSaysWhyAnEnvelopeWasRefused() {
    query("3002607", bench.now() * 1000, Bench.PAYMENT_KEYS, Order.query("X1"));
    var exchanges = bench.control("GET", "/sandbox/journal", "").path("exchanges");
    assertThat(exchanges.path(exchanges.size() - 1).path("note").asText()).contains("milliseconds");
  }

  @Test
  void keysOfOneServiceDoNotWorkForTheOther() {
    assertFail(query("3002607", bench.now(), Bench.INVOICE_KEYS, Order.query("X1")));
    assertFail(query("2000132", bench.now(), Bench.INVOICE_KEYS, Order.query("X1")));
    assertFail(query("9999999", bench.now(), Bench.PAYMENT_KEYS, Order.query("X1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"MerchantID\":\"3002607\"}",
        "{\"MerchantID\":\"3002607\",\"RqHeader\":{\"Timestamp\":\"1\"},\"Data\":\"x\"}",
        "{}"
      })
  void anEnvelopeWithoutItsPartsIsRefused(String body) {
    assertFail(bench.opened(bench.post(Order.QUERY, "application/json", body), Bench.PAYMENT_KEYS));
  }

  @Test
  void badCiphertextIsRefusedUniformly() {
    for (var data : new String[] {"", "!!!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA=="}) {
      var envelope = Bench.envelope("3002607", bench.now(), Bench.PAYMENT_KEYS, Order.query("X1"));
      assertFail(bench.call(Order.QUERY, envelope.put("Data", data), Bench.PAYMENT_KEYS));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "[1]", "", "{\"a\":1,\"a\":2}", "{} {}"})
  void aBodyThatIsNoObjectIsADataFormatError(String body) {
    assertThat(bench.post(Order.QUERY, "application/json", body).statusCode()).isEqualTo(500);
  }

  @Test
  void anotherContentTypeIsADataFormatError() {
    var envelope = Bench.envelope("3002607", bench.now(), Bench.PAYMENT_KEYS, Order.query("X1"));
    assertThat(
            bench
                .post(Order.QUERY, "application/x-www-form-urlencoded", envelope.toString())
                .statusCode())
        .isEqualTo(500);
    assertThat(
            bench
                .post(Order.QUERY, "application/json; charset=utf-8", envelope.toString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theMerchantInsideMustBeTheOneOutside() {
    var missing = Order.query("X1").without("MerchantID");
    assertThat(bench.pay(Order.CREATE, missing).rtnCode()).isEqualTo(5000220);
    var other = Order.query("X1").put("MerchantID", "3085779");
    assertThat(bench.pay(Order.CREATE, other).rtnCode()).isEqualTo(5000261);
    assertThat(bench.pay(Order.QUERY, other).rtnCode()).isEqualTo(5100074);
    assertThat(bench.invoice("GetIssue", other).rtnCode()).isEqualTo(5000261);
    assertThat(bench.invoice("InvoiceNotify", Order.query("X1").put("MerchantID", "abc")).rtnCode())
        .isEqualTo(5000261);
  }

  @Test
  void aMerchantIdMayBeANumber() {
    var envelope =
        Bench.envelope(
                "", bench.now(), Bench.PAYMENT_KEYS, Order.query("X1").put("MerchantID", 3002607))
            .put("MerchantID", 3002607);
    assertThat(bench.call(Order.QUERY, envelope, Bench.PAYMENT_KEYS).rtnCode()).isEqualTo(10000185);
  }

  @Test
  void aRevisionIsForInvoicesOnly() {
    var payment = Bench.envelope("3002607", bench.now(), Bench.PAYMENT_KEYS, Order.query("X1"));
    ((ObjectNode) payment.path("RqHeader")).put("Revision", "3.0.0");
    assertFail(bench.call(Order.QUERY, payment, Bench.PAYMENT_KEYS));
    var data = Invoices.issue(Order.number());
    var invoice = Bench.envelope("2000132", bench.now(), Bench.INVOICE_KEYS, data);
    ((ObjectNode) invoice.path("RqHeader")).put("Revision", "3.0.0");
    assertThat(bench.call("/B2CInvoice/Issue", invoice, Bench.INVOICE_KEYS).rtnCode()).isEqualTo(1);
    ((ObjectNode) invoice.path("RqHeader")).put("Revision", "9");
    assertFail(bench.call("/B2CInvoice/Issue", invoice, Bench.INVOICE_KEYS));
  }

  @Test
  void aPlatformOrderIsSignedByThePlatformAndNamesTheSeller() {
    var number = Order.number();
    var data = Order.token(number).put("PlatformID", "3003008");
    var answer = platform(data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    assertThat(answer.envelope().path("MerchantID").asText()).isEqualTo("3003008");
    assertThat(answer.data().path("PlatformID").asText()).isEqualTo("3003008");
    assertThat(answer.data().path("MerchantID").asText()).isEqualTo("3002607");
    assertThat(platform(Order.token(Order.number())).rtnMsg()).contains("PlatformID");
    var unbound =
        Order.token(Order.number()).put("PlatformID", "3003008").put("MerchantID", "3085779");
    assertThat(platform(unbound).rtnMsg()).contains("not bound");
    var pretender = Order.token(Order.number()).put("PlatformID", "3002607");
    assertThat(bench.pay(Order.GET_TOKEN, pretender).rtnMsg()).contains("PlatformID");
  }

  private Bench.Answer platform(ObjectNode data) {
    var envelope = Bench.envelope("3003008", bench.now(), Bench.PLATFORM_KEYS, data);
    return bench.call(Order.GET_TOKEN, envelope, Bench.PLATFORM_KEYS);
  }

  @Test
  void anEmptyPlatformIdIsNone() {
    var data = Order.token(Order.number());
    assertThat(bench.pay(Order.GET_TOKEN, data.put("PlatformID", "")).rtnCode()).isEqualTo(1);
    data = Order.token(Order.number());
    assertThat(bench.pay(Order.GET_TOKEN, data.putNull("PlatformID")).rtnCode()).isEqualTo(1);
  }

  @Test
  void anInvoicePlatformStandsInTheEnvelope() {
    var keys = CryptoKeys.of(PLATFORM_KEY, PLATFORM_IV);
    var data = Invoices.issue(Order.number());
    var envelope = Bench.envelope("2000132", bench.now(), keys, data).put("PlatformID", "7000001");
    var answer = bench.call("/B2CInvoice/Issue", envelope, keys);
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.envelope().path("PlatformID").asText()).isEqualTo("7000001");
    assertFail(bench.call("/B2CInvoice/Issue", envelope.put("PlatformID", "1"), keys));
    assertFail(bench.call("/B2CInvoice/Issue", envelope.put("PlatformID", "2000132"), keys));
  }

  @Test
  void onlyPostAndOnlyKnownPaths() {
    assertThat(bench.get(Order.CREATE).statusCode()).isEqualTo(405);
    assertThat(bench.get("/B2CInvoice/Nothing").statusCode()).isEqualTo(404);
    assertThat(bench.post("/Merchant/", "application/json", "{}").statusCode()).isEqualTo(404);
    assertThat(bench.post(Order.CREATE + "/", "application/json", "{}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aBodyOverFiveMebibytesIsRefused() {
    var body = "x".repeat((5 << 20) + 1);
    assertThat(bench.post(Order.CREATE, "application/json", body).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<br>",
        "a </h1> b",
        "run cmd.exe",
        "CD ..",
        "cd/tmp",
        "chmod +x it",
        "tclsh8",
        "net  localgroup",
        "x|ls",
        "kill ;",
        "`id`",
        "100%26more",
        "%3Cb"
      })
  void forbiddenTextIsRefused(String text) {
    var data = Order.token(Order.number()).put("CustomField", text);
    var answer = bench.pay(Order.GET_TOKEN, data);
    assertThat(answer.rtnCode()).isEqualTo(10400011);
    assertThat(answer.rtnMsg()).contains("CustomField");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a < b > c",
        "recd/tmp",
        "echoes",
        "mail order",
        "the idea; a plan",
        "100%",
        "cmd"
      })
  void harmlessTextIsNot(String text) {
    var data = Order.token(Order.number()).put("CustomField", text);
    var answer = bench.pay(Order.GET_TOKEN, data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
  }
}
