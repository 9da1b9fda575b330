package ecpay.sandbox.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceNotifyTest {
  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    invoice = Invoices.issued(bench);
  }

  /** The sample request of seed 003, with an invoice that exists. */
  private ObjectNode sample() {
    return Bench.object(
            """
            {
            "MerchantID": 2000132,
            "InvoiceNo": "UV11100016",
            "AllowanceNo": "2019091719477262",
            "Phone": "0912345678",
            "NotifyMail": "test@ecpay.com.tw",
            "Notify": "E",
            "InvoiceTag": "I",
            "Notified": "A"
            }
            """)
        .put("InvoiceNo", invoice.path("InvoiceNo").asText());
  }

  @Test
  void theSampleRequestOfSeed003IsAcceptedAndAnsweredAsThere() {
    var answer = bench.invoice("InvoiceNotify", sample());
    assertThat(answer.data().toString())
        .isEqualTo("{\"RtnCode\":1,\"RtnMsg\":\"Success\",\"MerchantID\":2000132}");
    assertThat(answer.envelope().path("TransMsg").asText("none")).isEmpty();
    var notification = bench.control("GET", "/sandbox/ledger", "").path("notifications").path(0);
    assertThat(notification.path("invoiceNo")).isEqualTo(invoice.path("InvoiceNo"));
    assertThat(notification.path("tag").asText()).isEqualTo("I");
    assertThat(notification.path("recipient").asText()).isEqualTo("test@ecpay.com.tw");
    assertThat(notification.path("merchantId").asText()).isEqualTo("2000132");
    var mail = bench.control("GET", "/sandbox/mailbox", "").path("mails").path(0);
    assertThat(mail.path("channel").asText()).isEqualTo("EMAIL");
    assertThat(bench.get("/sandbox/mailbox.html").body()).contains("test@ecpay.com.tw");
  }

  @Test
  void aMessageOverAllChannelsGoesByMailAndText() {
    bench.invoice("InvoiceNotify", sample().put("Notify", "A"));
    assertThat(bench.control("GET", "/sandbox/mailbox", "").path("mails")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceNo  |              | 10000002
          InvoiceNo  | "ZZ00000000" | 2
          InvoiceTag |              | 10000002
          InvoiceTag | "AL"         | 10000003
          Notify     | "X"          | 10000003
          Notified   | "X"          | 10000003
          Notified   |              | 10000002
          NotifyMail | "a@b"        | 10000003
          NotifyMail | ""           | 10000002
          Phone      | "09 12"      | 10000003
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = sample();
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = bench.invoice("InvoiceNotify", data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
    assertThat(bench.control("GET", "/sandbox/ledger", "").path("notifications")).isEmpty();
  }

  @Test
  void aTextMessageNeedsAPhone() {
    var data = sample().put("Notify", "S").put("Phone", "");
    assertThat(bench.invoice("InvoiceNotify", data).rtnMsg()).contains("Phone");
  }

  @Test
  void aMessageAboutAnAllowanceNeedsOneThatExists() {
    var missing = sample().put("InvoiceTag", "A").put("AllowanceNo", "");
    assertThat(bench.invoice("InvoiceNotify", missing).rtnMsg()).contains("AllowanceNo");
    assertThat(bench.invoice("InvoiceNotify", sample().put("InvoiceTag", "A")).rtnCode())
        .isEqualTo(2000039);
    var allowance = bench.invoice("Allowance", Invoices.paper(invoice, 10)).data();
    var data =
        sample().put("InvoiceTag", "A").put("AllowanceNo", allowance.path("IA_Allow_No").asText());
    assertThat(bench.invoice("InvoiceNotify", data).rtnCode()).isEqualTo(1);
  }

  @Test
  void theConsentMailIsSentAgainToTheCustomerByMailOnly() {
    var asked = bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 10)).data();
    var link = Invoices.link(bench);
    var data =
        sample()
            .put("InvoiceTag", "OA")
            .put("Notified", "C")
            .put("AllowanceNo", asked.path("IA_Allow_No").asText());
    assertThat(bench.invoice("InvoiceNotify", data.deepCopy().put("Notify", "A")).rtnMsg())
        .contains("Notify");
    assertThat(bench.invoice("InvoiceNotify", data.deepCopy().put("Notified", "A")).rtnMsg())
        .contains("Notified");
    assertThat(bench.invoice("InvoiceNotify", data).rtnCode()).isEqualTo(1);
    assertThat(bench.control("GET", "/sandbox/mailbox", "").path("mails")).hasSize(2);
    assertThat(Invoices.link(bench)).isEqualTo(link);
  }

  private int told(String tag, JsonNode allowance) {
    var data =
        sample()
            .put("InvoiceTag", tag)
            .put("Notified", "C")
            .put("AllowanceNo", allowance.path("IA_Allow_No").asText());
    return bench.invoice("InvoiceNotify", data).rtnCode();
  }

  @Test
  void aMessageTellsOfAnAllowanceOnlyWhatHasHappenedToIt() {
    var asked = bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 10)).data();
    assertThat(told("A", asked)).isEqualTo(10000004);
    assertThat(told("AI", asked)).isEqualTo(10000004);
    assertThat(told("OA", asked)).isEqualTo(1);
    bench.invoice("AllowanceInvalidByCollegiate", Invoices.undo(asked));
    assertThat(told("AI", asked)).isEqualTo(1);
    assertThat(told("OA", asked)).isEqualTo(10000004);
    assertThat(told("A", asked)).isEqualTo(10000004);

    var issued = bench.invoice("Allowance", Invoices.paper(invoice, 10)).data();
    assertThat(told("A", issued)).isEqualTo(1);
    assertThat(told("AI", issued)).isEqualTo(10000004);
    assertThat(told("OA", issued)).isEqualTo(10000004);
    bench.invoice("AllowanceInvalid", Invoices.undo(issued));
    assertThat(told("AI", issued)).isEqualTo(1);
    assertThat(bench.control("GET", "/sandbox/mailbox", "").path("mails").path(0).path("subject"))
        .asString()
        .contains("Allowance cancelled");
  }

  @Test
  void aVoidIsToldOnlyOfAVoidInvoice() {
    var data = sample().put("InvoiceTag", "II");
    assertThat(bench.invoice("InvoiceNotify", data).rtnCode()).isEqualTo(10000004);
    bench.invoice(
        "Invalid",
        Bench.object("{\"MerchantID\":\"2000132\",\"Reason\":\"退貨\"}")
            .put("InvoiceNo", invoice.path("InvoiceNo").asText())
            .put("InvoiceDate", invoice.path("InvoiceDate").asText().substring(0, 10)));
    assertThat(bench.invoice("InvoiceNotify", data).rtnCode()).isEqualTo(1);
    assertThat(bench.invoice("InvoiceNotify", data.put("InvoiceTag", "I")).rtnCode()).isEqualTo(1);
  }

  @Test
  void aWinIsToldWithoutAnAllowance() {
    var data = sample().put("InvoiceTag", "AW").put("AllowanceNo", "");
    assertThat(bench.invoice("InvoiceNotify", data).rtnCode()).isEqualTo(1);
  }

  /** R-NOT-03 at its limits. */
  @ParameterizedTest
  @CsvSource({"20, 200, 1", "21, 200, 10000003", "20, 201, 10000003"})
  void aPhoneHasUpToTwentyDigitsAndMailsUpToTwoHundredCharacters(int digits, int mail, int code) {
    var data =
        sample()
            .put("Phone", "0".repeat(digits))
            .put("NotifyMail", "a".repeat(mail - 8) + "@shop.tw");
    assertThat(bench.invoice("InvoiceNotify", data).rtnCode()).isEqualTo(code);
  }
}
