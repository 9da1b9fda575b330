package ecpay.adapter.http.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import ecpay.adapter.http.Facts;
import ecpay.adapter.http.ScriptedEcpay;
import ecpay.domain.Samples;
import ecpay.domain.invoice.InvoiceArchive;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.InvoiceGateway;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.invoice.delay.DelayGateway;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Rule;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operations on invoices send, word for word (invoice-b2c.md sections 2, 6, 8 and 10). */
class InvoiceRequestsTest {
  private static final InvoiceId TSR = new InvoiceId("INVOICE0001");
  private static final VoidReason REASON = new VoidReason("退貨");
  private static final String DOCUMENT =
      """
      "RelateNumber":"INVOICE0001","CustomerName":"王小明",\
      "CustomerPhone":"0912345678","CustomerEmail":"buyer@example.com","Print":"0",\
      "Donation":"0","CarrierType":"3","CarrierNum":"/ABC.+-1","InvType":"07",\
      "TaxType":"1","SalesAmount":1000,"Items":[\
      {"ItemSeq":1,"ItemName":"小說","ItemCount":2,"ItemWord":"本","ItemPrice":350,\
      "ItemTaxType":"1","ItemAmount":700},\
      {"ItemSeq":2,"ItemName":"書籤","ItemCount":3,"ItemWord":"張","ItemPrice":33.3333,\
      "ItemTaxType":"1","ItemAmount":100},\
      {"ItemSeq":3,"ItemName":"運費","ItemCount":1,"ItemWord":"式","ItemPrice":200,\
      "ItemTaxType":"1","ItemAmount":200}],"vat":"1"\
      """;

  @AutoClose private final ScriptedEcpay ecpay = new ScriptedEcpay();
  private final Injector adapter = Facts.adapter(Facts.settings(ecpay.uri()));

  private InvoiceGateway invoices() {
    return adapter.getInstance(InvoiceGateway.class);
  }

  private DelayGateway delays() {
    return adapter.getInstance(DelayGateway.class);
  }

  private InvoiceArchive archive() {
    return adapter.getInstance(InvoiceArchive.class);
  }

  private void sent(String operation, String data) {
    assertThat(ecpay.onlyRequest().path()).isEqualTo("/B2CInvoice/" + operation);
    assertThat(ecpay.onlyRequest().data(Facts.INVOICE_KEYS).toString()).isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource({"EASYCARD, 4", "IPASS, 5"})
  @Rule("R-INV-14")
  void aCardIsSentWithBothOfItsNumbers(Carrier.PhysicalCard.Kind kind, String code) {
    InvoiceDocument sample = Samples.invoiceDocument();
    Carrier card = new Carrier.PhysicalCard(kind, "inner", "visible");
    invoices()
        .issue(
            Facts.MERCHANT,
            new InvoiceDocument(
                sample.relateNumber(),
                sample.customerName(),
                sample.email(),
                sample.phone(),
                InvoicePreference.on(card),
                sample.taxation(),
                sample.items(),
                sample.salesAmount()));
    sent(
        "Issue",
        "{\"MerchantID\":\"2000132\","
            + DOCUMENT.replace(
                "\"CarrierType\":\"3\",\"CarrierNum\":\"/ABC.+-1\"",
                "\"CarrierType\":\""
                    + code
                    + "\",\"CarrierNum\":\"inner\",\"CarrierNum2\":\"visible\"")
            + "}");
  }

  @Test
  void invalidNamesTheInvoiceItsDayAndTheReason() {
    invoices().invalid(Facts.MERCHANT, Samples.invoiceFacts(), REASON);
    sent(
        "Invalid",
        """
        {"MerchantID":"2000132","InvoiceNo":"UV12345678","InvoiceDate":"2026-11-21",\
        "Reason":"退貨"}\
        """);
  }

  @Test
  @Rule("R-INV-27")
  void voidWithReIssueKeepsTheTimeOfIssue() {
    invoices()
        .voidWithReIssue(Facts.MERCHANT, Samples.invoiceFacts(), REASON, Samples.invoiceDocument());
    sent(
        "VoidWithReIssue",
        """
        {"MerchantID":"2000132","VoidModel":{"MerchantID":"2000132","InvoiceNo":"UV12345678",\
        "VoidReason":"退貨"},"IssueModel":{\
        """
            + DOCUMENT
            + ",\"InvoiceDate\":\"2026-11-21 12:08:00\"}}");
  }

  @Test
  @Rule("R-INV-31")
  void anInvoiceForLaterWaitsForItsDays() {
    delays()
        .delayIssue(Facts.MERCHANT, TSR, Samples.invoiceDocument(), new InvoiceTiming.AfterDays(7));
    sent("DelayIssue", delayed("1", 7));
  }

  @Test
  @Rule("R-INV-31")
  void anInvoiceForLaterWaitsForItsTrigger() {
    delays()
        .delayIssue(Facts.MERCHANT, TSR, Samples.invoiceDocument(), new InvoiceTiming.OnTrigger(0));
    sent("DelayIssue", delayed("2", 0));
  }

  private static String delayed(String flag, int days) {
    return "{\"MerchantID\":\"2000132\","
        + DOCUMENT
        + """
        ,"DelayFlag":"%s","DelayDay":%d,"Tsr":"INVOICE0001","PayType":"2","PayAct":"ECPAY",\
        "NotifyURL":"%s"}\
        """
            .formatted(flag, days, Facts.MERCHANT.callbacks().delayedInvoice().value());
  }

  @Test
  void anEditedInvoiceIsNamedByBothKeys() {
    delays().editDelayIssue(Facts.MERCHANT, TSR, Samples.invoiceDocument());
    sent(
        "EditDelayIssue",
        "{\"MerchantID\":\"2000132\","
            + DOCUMENT
            + ",\"Tsr\":\"INVOICE0001\",\"NotifyURL\":\""
            + Facts.MERCHANT.callbacks().delayedInvoice().value()
            + "\"}");
  }

  @Test
  void aTriggerNamesTheTsr() {
    delays().triggerIssue(Facts.MERCHANT, TSR);
    sent("TriggerIssue", "{\"MerchantID\":\"2000132\",\"Tsr\":\"INVOICE0001\",\"PayType\":\"2\"}");
  }

  @Test
  void aCancellationNamesTheTsr() {
    delays().cancelDelayIssue(Facts.MERCHANT, TSR);
    sent("CancelDelayIssue", "{\"MerchantID\":\"2000132\",\"Tsr\":\"INVOICE0001\"}");
  }

  /** U-10: no filters, no format. */
  @Test
  void aListIsAskedForPageByPage() {
    archive()
        .getIssueList(
            Facts.MERCHANT, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), 3, 200);
    sent(
        "GetIssueList",
        """
        {"MerchantID":"2000132","BeginDate":"2026-11-01","EndDate":"2026-12-31",\
        "NumPerPage":200,"ShowingPage":3}\
        """);
  }

  @Test
  void aVoidIsAskedForByAllThreeKeys() {
    archive().getInvalid(Facts.MERCHANT, new RelateNumber("INVOICE0001"), Samples.invoiceFacts());
    sent(
        "GetInvalid",
        """
        {"MerchantID":"2000132","RelateNumber":"INVOICE0001","InvoiceNo":"UV12345678",\
        "InvoiceDate":"2026-11-21"}\
        """);
  }

  @Test
  void aPageIsAskedForInItsStyle() {
    archive().invoicePrint(Facts.MERCHANT, Samples.invoiceFacts(), PrintStyle.THERMAL);
    sent(
        "InvoicePrint",
        """
        {"MerchantID":"2000132","InvoiceNo":"UV12345678","InvoiceDate":"2026-11-21",\
        "PrintStyle":3}\
        """);
  }
}
