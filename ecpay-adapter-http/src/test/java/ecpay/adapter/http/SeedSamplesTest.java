package ecpay.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import ecpay.adapter.http.setting.EcpaySettings;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Digest;
import ecpay.domain.allowance.AllowanceGateway;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.document.AllowableInvoice;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.invoice.InvoiceNumber;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.notification.Notice;
import ecpay.domain.notification.NotificationGateway;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.PaymentGateway;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What we send, beside the samples and the OpenAPI fragments of the seeds. Where a sample and the
 * rules differ, the test names the difference.
 */
class SeedSamplesTest {
  private static final String SEED_001 = "seed-001-CreatePayment";
  private static final String SEED_003 = "seed-003-InvoiceNotify";
  private static final String SEED_004 = "seed-004-AllowanceByCollegiate";
  private static final EmailAddress MAIL = new EmailAddress("test@ecpay.com.tw");
  private static final PhoneNumber PHONE = new PhoneNumber("0912345678");

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();

  /** The adapter at the second of a sample, with its header: without Revision (D-05). */
  private Injector at(long epochSecond) {
    EcpaySettings plain = Facts.settings(ecpay.uri());
    return Facts.adapterAt(
        new EcpaySettings(
            plain.hosts(),
            plain.connectTimeout(),
            plain.readTimeout(),
            plain.proxy(),
            plain.trust(),
            plain.payments(),
            Facts.wire("", Set.of(Digest.values())),
            plain.perMerchantConcurrency(),
            plain.spacing(),
            plain.files()),
        epochSecond);
  }

  private Injector adapter() {
    return Facts.adapter(Facts.settings(ecpay.uri()));
  }

  private ObjectNode sentData(CryptoKeys keys) {
    return ecpay.onlyRequest().data(keys);
  }

  private void assertEnvelopeOf(String seed) {
    ObjectNode sample = Facts.resource(seed + ".json", "request");
    ObjectNode sent = ecpay.onlyRequest().envelope();
    assertThat(sent.without("Data").toString()).isEqualTo(sample.without("Data").toString());
  }

  private void assertFits(String seed, String part, ObjectNode sent) {
    String schema = Facts.resource(seed + ".schema.json", part).toString();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(sent.toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void createPaymentIsTheSampleOfSeed001() {
    at(1_234_567_890)
        .getInstance(PaymentGateway.class)
        .createPayment(Facts.MERCHANT, Facts.TRADE_NO, new PayToken("enter your paytoken"));
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/Merchant/CreatePayment");
    assertEnvelopeOf(SEED_001);
    assertThat(sentData(Facts.PAYMENT_KEYS))
        .isEqualTo(Facts.resource(SEED_001 + ".json", "requestData"));
  }

  @Test
  void invoiceNotifyIsTheSampleOfSeed003() {
    // The sample says I and names an allowance, which its own rule ties to A, AI and OA (R-NOT-02).
    Notice notice =
        new Notice(
            new InvoiceNumber("UV11100016"),
            Optional.empty(),
            Notice.Subject.INVOICE_ISSUED,
            Notice.Channel.EMAIL,
            Notice.Recipient.BOTH,
            Optional.of(PHONE),
            List.of(MAIL));
    at(1_525_168_923).getInstance(NotificationGateway.class).invoiceNotify(Facts.MERCHANT, notice);
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/B2CInvoice/InvoiceNotify");
    assertEnvelopeOf(SEED_003);
    ObjectNode sample = Facts.resource(SEED_003 + ".json", "requestData");
    sample.remove("AllowanceNo");
    sample.put("MerchantID", "2000132"); // D-03: a number in the sample, text in its field list
    assertThat(sentData(Facts.INVOICE_KEYS)).isEqualTo(sample);
    assertFits(SEED_003, "request", ecpay.onlyRequest().envelope());
    assertFits(SEED_003, "requestData", sentData(Facts.INVOICE_KEYS));
  }

  @Test
  void aNoticeOfAnOnlineAllowanceFitsTheFragmentOfSeed003() {
    Notice notice =
        new Notice(
            new InvoiceNumber("UV11100016"),
            Optional.of(new AllowanceNumber("2019091719477262")),
            Notice.Subject.ONLINE_ALLOWANCE,
            Notice.Channel.EMAIL,
            Notice.Recipient.CUSTOMER,
            Optional.empty(),
            List.of(MAIL, new EmailAddress("second@ecpay.com.tw")));
    adapter().getInstance(NotificationGateway.class).invoiceNotify(Facts.MERCHANT, notice);
    ObjectNode sent = sentData(Facts.INVOICE_KEYS);
    assertFits(SEED_003, "requestData", sent);
    assertThat(sent.toString())
        .isEqualTo(
            """
            {"MerchantID":"2000132","InvoiceNo":"UV11100016","AllowanceNo":"2019091719477262",\
            "NotifyMail":"test@ecpay.com.tw;second@ecpay.com.tw","Notify":"E","InvoiceTag":"OA",\
            "Notified":"C"}\
            """);
  }

  @Test
  void allowanceByCollegiateIsTheSampleOfSeed004() {
    at(1_525_168_923)
        .getInstance(AllowanceGateway.class)
        .allowanceByCollegiate(
            Facts.MERCHANT,
            sampleAllowance(
                new Consent.Online(
                    new NotifyMail(List.of(MAIL)),
                    new CallbackUrl("https://allowance.yoursite/Revice"))));
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/B2CInvoice/AllowanceByCollegiate");
    assertEnvelopeOf(SEED_004);
    ObjectNode sample = Facts.resource(SEED_004 + ".json", "requestData");
    sample.remove("NotifyPhone"); // the notice goes by E, which needs no phone (R-ALW-18)
    sample.put("MerchantID", "2000132"); // D-03
    assertThat(sentData(Facts.INVOICE_KEYS)).isEqualTo(sample);
    assertFits(SEED_004, "request", ecpay.onlyRequest().envelope());
    assertFits(SEED_004, "requestData", sentData(Facts.INVOICE_KEYS));
  }

  private static AllowanceDocument sampleAllowance(Consent consent) {
    return new AllowanceDocument(
        new AllowableInvoice(
            new InvoiceNumber("UV11100015"),
            LocalDate.of(2019, 9, 17),
            Money.of(100),
            Set.of(TaxKind.ZERO_RATED),
            false),
        consent,
        Optional.of("Test"),
        Money.of(50),
        List.of(
            new AllowanceItem(
                1,
                "item01",
                Quantity.of(1),
                "test",
                UnitPrice.of(50),
                Optional.of(TaxKind.ZERO_RATED),
                new BigDecimal("50.00"))));
  }
}
