package ecpay.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import ecpay.crypto.CryptoKeys;
import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.inbox.Reading;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.merchant.Credentials;
import ecpay.domain.merchant.EcpayAccount;
import ecpay.domain.merchant.EcpayMerchantId;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.PaymentGateway;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.rule.Rule;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A platform calls for its sub-merchants, with its own keys (R-TRN-09). */
class PlatformTest {
  private static final String PAYMENT_KEY = "FCnGLNS7P3xQ2q3E";
  private static final String PAYMENT_IV = "awL5GRWRhyaybq13";
  private static final String INVOICE_KEY = "PlatformInvKey01";
  private static final String INVOICE_IV = "PlatformInvIv001";
  private static final CryptoKeys PAYMENT_KEYS = CryptoKeys.of(PAYMENT_KEY, PAYMENT_IV);
  private static final CryptoKeys INVOICE_KEYS = CryptoKeys.of(INVOICE_KEY, INVOICE_IV);
  private static final Merchant SHOP = subMerchant("3002607", "2000132");
  private static final Merchant NEIGHBOUR = subMerchant("3002608", "2000133");

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));

  private static Merchant subMerchant(String payments, String invoices) {
    return Facts.merchant(
        account(payments, "3003008", PAYMENT_KEY, PAYMENT_IV),
        account(invoices, "2000999", INVOICE_KEY, INVOICE_IV));
  }

  private static EcpayAccount account(String id, String platform, String key, String iv) {
    return new EcpayAccount(
        new EcpayMerchantId(id),
        new Credentials(key, iv),
        Optional.of(new EcpayMerchantId(platform)));
  }

  private Answer<?> queryTrade(Merchant merchant) {
    return adapter.getInstance(PaymentGateway.class).queryTrade(merchant, Facts.attempt());
  }

  private Answer<?> getIssue(Merchant merchant) {
    return adapter
        .getInstance(InvoiceGateway.class)
        .getIssue(merchant, new RelateNumber("INVOICE0001"));
  }

  @Test
  @Rule("R-TRN-09")
  void ecpgTakesThePlatformAsTheEnvelopesMerchantAndTheShopInsideData() {
    ecpay.thenData(PAYMENT_KEYS, "{\"RtnCode\":10200047}");
    assertThat(queryTrade(SHOP)).isEqualTo(new Answer.Accepted<>(Optional.empty()));
    ScriptedEcpay.Request sent = ecpay.onlyRequest();
    assertThat(sent.envelope().without("Data").toString())
        .isEqualTo("{\"MerchantID\":\"3003008\",\"RqHeader\":{\"Timestamp\":1795233906}}");
    assertThat(sent.data(PAYMENT_KEYS).toString())
        .isEqualTo(
            "{\"PlatformID\":\"3003008\",\"MerchantID\":\"3002607\","
                + "\"MerchantTradeNo\":\"test123456789\"}");
  }

  @Test
  @Rule("R-TRN-09")
  void theEInvoiceTakesThePlatformBesideTheShop() {
    ecpay.thenData(INVOICE_KEYS, "{\"RtnCode\":2,\"RtnMsg\":\"no data\"}");
    assertThat(getIssue(SHOP)).isInstanceOf(Answer.Accepted.class);
    ScriptedEcpay.Request sent = ecpay.onlyRequest();
    assertThat(sent.envelope().without("Data").toString())
        .isEqualTo(
            "{\"PlatformID\":\"2000999\",\"MerchantID\":\"2000132\","
                + "\"RqHeader\":{\"Timestamp\":1795233906,\"Revision\":\"3.0.0\"}}");
    assertThat(sent.data(INVOICE_KEYS).toString())
        .isEqualTo("{\"MerchantID\":\"2000132\",\"RelateNumber\":\"INVOICE0001\"}");
  }

  /** VoidWithReIssue names the merchant in two more places: the shop stands in each. */
  @Test
  @Rule("R-TRN-09")
  void everyPlaceInDataNamesTheShop() {
    adapter
        .getInstance(InvoiceGateway.class)
        .voidWithReIssue(
            SHOP, Samples.invoiceFacts(), new VoidReason("退貨"), Samples.invoiceDocument());
    assertThat(ecpay.onlyRequest().data(INVOICE_KEYS).findValuesAsText("MerchantID"))
        .isNotEmpty()
        .containsOnly("2000132");
  }

  @Test
  @Rule("R-TRN-09")
  void aRefusalOfAnUnboundShopComesOutInEcpaysWords() {
    ecpay.then(
        200,
        "{\"MerchantID\":\"2000132\",\"RpHeader\":{\"Timestamp\":1795233906},"
            + "\"TransCode\":0,\"TransMsg\":\"Fail\",\"Data\":\"\"}");
    assertThat(getIssue(SHOP))
        .isEqualTo(
            new Answer.Refused<>(
                "TransCode 0",
                "Fail (is merchant 2000132 bound to platform 2000999 at ECPay? R-TRN-09)"));
  }

  @Test
  @Rule("R-TRN-05")
  void theShopsOfAPlatformShareOnePause() {
    ecpay.then(403, "");
    assertThat(getIssue(SHOP)).isInstanceOf(Answer.NotSent.class);
    assertThat(getIssue(NEIGHBOUR)).isInstanceOf(Answer.NotSent.class);
    assertThat(ecpay.requests()).hasSize(1);
    ecpay.thenData(Facts.INVOICE_KEYS, "{\"RtnCode\":2}");
    assertThat(getIssue(Facts.MERCHANT)).isInstanceOf(Answer.Accepted.class);
  }

  private Reading<PaymentReport> read(Merchant merchant, CryptoKeys keys, ObjectNode data) {
    return adapter
        .getInstance(PaymentNoticeReader.class)
        .readReturn(merchant, ScriptedEcpay.envelope(keys, data.toString()).getBytes(UTF_8));
  }

  private static ObjectNode paid(String platform, String merchant) {
    return Facts.resource("seed-001-CreatePayment.json", "card")
        .put("PlatformID", platform)
        .put("MerchantID", merchant);
  }

  private String addressee(ObjectNode data) {
    PaymentReport report =
        ((Reading.Authentic<PaymentReport>) read(SHOP, PAYMENT_KEYS, data)).report();
    return report.merchantId().value();
  }

  @Test
  @Rule("R-TRN-09")
  void aNoticeIsOpenedWithThePlatformsKeysAndIsForTheShopThatItNames() {
    assertThat(addressee(paid("3003008", "3002607"))).isEqualTo("3002607");
    assertThat(addressee(paid("", "3002607"))).isEqualTo("3002607");
    assertThat(addressee(paid("3003008", "3002608"))).isEqualTo("3002608");
    assertThat(read(SHOP, Facts.PAYMENT_KEYS, paid("3003008", "3002607")))
        .isInstanceOf(Reading.Refused.class);
  }

  @Test
  @Rule("R-TRN-09")
  void aNoticeOfAnotherPlatformIsForNoneOfOurShops() {
    assertThat(addressee(paid("3009999", "3002607"))).isEqualTo("3009999");
    ObjectNode nobody = paid("", "3002607");
    nobody.remove("MerchantID");
    assertThat(addressee(nobody.put("PlatformID", "3009999"))).isEqualTo("3009999");
  }
}
