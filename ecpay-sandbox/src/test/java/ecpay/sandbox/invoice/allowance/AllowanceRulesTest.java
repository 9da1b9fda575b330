package ecpay.sandbox.invoice.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceRulesTest {
  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    invoice = Invoices.issued(bench);
  }

  private String today() {
    return invoice.path("InvoiceDate").asText().substring(0, 10);
  }

  @Test
  void allowancesNeverExceedTheInvoice() {
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 1681)).rtnMsg())
        .contains("AllowanceAmount");
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 1000)).rtnCode()).isEqualTo(1);
    assertThat(bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 681)).rtnCode())
        .isEqualTo(10000003);
    assertThat(bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 680)).rtnCode())
        .isEqualTo(1);
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 1)).rtnCode())
        .isEqualTo(10000003);
  }

  @Test
  void aRefusalIsNullOrBlankFieldByField() {
    var answer = bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, 5000));
    assertThat(answer.data().path("IA_Allow_No").isNull()).isTrue();
    assertThat(answer.data().path("IA_Invoice_No").asText("x")).isEmpty();
    assertThat(answer.data().path("IA_TempDate").asText("x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceNo       |                   | 10000002
          InvoiceNo       | "ZZ00000000"      | 2
          InvoiceDate     | "2020-01-01"      | 2
          InvoiceDate     | "01/01/2020"      | 10000003
          AllowanceNotify |                   | 10000002
          AllowanceNotify | "S"               | 10000003
          CustomerName    | "Test Test"       | 10000003
          NotifyMail      |                   | 10000002
          NotifyMail      | "a@b.c d@e.f"     | 10000003
          NotifyPhone     | "+886912"         | 10000003
          AllowanceAmount | 0                 | 10000003
          AllowanceAmount | 51                | 10000003
          AllowanceAmount |                   | 10000002
          Items           | []                | 10000002
          ReturnURL       |                   | 10000002
          ReturnURL       | "https://shop.example:8080/x" | 10000003
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.online(invoice, 50);
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = bench.invoice("AllowanceByCollegiate", data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1680);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ItemSeq     |                | 10000002
          ItemName    | ""             | 10000002
          ItemWord    | "sevenup"      | 10000003
          ItemCount   | 1.001          | 10000003
          ItemCount   | 123456789      | 10000003
          ItemPrice   | 50.12345678    | 10000003
          ItemPrice   | 52             | 10000003
          ItemAmount  | 49.5           | 10000003
          ItemAmount  |                | 10000002
          ItemTaxType | "3"            | 10000003
          """)
  void aBadLineIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.online(invoice, 50);
    var line = (ObjectNode) data.path("Items").path(0);
    if (value == null) {
      line.remove(name);
    } else {
      line.set(name, Bench.json(value));
    }
    var answer = bench.invoice("AllowanceByCollegiate", data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
  }

  @Test
  void aDifferenceOfOneDollarAndSeveralAddressesAreAllowed() {
    var data = Invoices.online(invoice, 50).put("NotifyMail", "aaa@ecpay.com.tw; bbb@ecpay.com.tw");
    ((ObjectNode) data.path("Items").path(0)).put("ItemPrice", 51);
    data.put("InvoiceDate", today().replace('-', '/'));
    assertThat(bench.invoice("AllowanceByCollegiate", data).rtnCode()).isEqualTo(1);
  }

  @Test
  void aLineOfAMixedInvoiceNamesItsTax() {
    var mixed = Invoices.issue(Order.number()).put("TaxType", "9");
    ((ObjectNode) mixed.path("Items").path(1)).put("ItemTaxType", "3");
    var issued = bench.invoice("Issue", mixed).data();
    var data = Invoices.paper(issued, 50);
    var line = (ObjectNode) data.path("Items").path(0);
    line.put("ItemTaxType", "");
    assertThat(bench.invoice("Allowance", data).rtnCode()).isEqualTo(10000002);
    line.put("ItemTaxType", "2");
    assertThat(bench.invoice("Allowance", data).rtnCode()).isEqualTo(10000003);
    line.put("ItemTaxType", "3");
    assertThat(bench.invoice("Allowance", data).rtnCode()).isEqualTo(1);
  }

  /** R-ALW-15: digits, Chinese and Latin letters. */
  @ParameterizedTest
  @CsvSource({
    "王小明A9, 1",
    "王 小明, 10000003",
    "王小明., 10000003",
    "たろう, 10000003",
    "Иван, 10000003",
    "O'Neil, 10000003"
  })
  void aNameOnAnOnlineAllowanceIsPlain(String name, int code) {
    var online = Invoices.online(invoice, 10).put("CustomerName", name);
    assertThat(bench.invoice("AllowanceByCollegiate", online).rtnCode()).isEqualTo(code);
    var paper = Invoices.paper(invoice, 10).put("CustomerName", name);
    assertThat(bench.invoice("Allowance", paper).rtnCode()).isEqualTo(1);
  }

  @Test
  void aNameHasUpToSixtyCharacters() {
    var data = Invoices.online(invoice, 10).put("CustomerName", "王".repeat(60));
    assertThat(bench.invoice("AllowanceByCollegiate", data).rtnCode()).isEqualTo(1);
    data.put("CustomerName", "王".repeat(61));
    assertThat(bench.invoice("AllowanceByCollegiate", data).rtnCode()).isEqualTo(10000003);
  }

  /** R-ALW-16 and R-ALW-17 on paper: S a phone, E a mail, A both, N none. */
  @ParameterizedTest
  @CsvSource({
    "N, '', '', 1",
    "S, '', 0912345678, 1",
    "S, a@b.cc, '', 10000002",
    "S, '', 09123456780912345678, 1",
    "S, '', 091234567809123456789, 10000003",
    "S, '', 0912-345678, 10000003",
    "E, a@b.cc, '', 1",
    "E, '', 0912345678, 10000002",
    "E, a@b, '', 10000003",
    "A, a@b.cc, 0912345678, 1",
    "A, a@b.cc, '', 10000002",
    "A, '', 0912345678, 10000002",
    "X, a@b.cc, 0912345678, 10000003"
  })
  void aPaperAllowanceNeedsTheAddressesItTells(String notify, String mail, String phone, int code) {
    var data =
        Invoices.paper(invoice, 10)
            .put("AllowanceNotify", notify)
            .put("NotifyMail", mail)
            .put("NotifyPhone", phone);
    assertThat(bench.invoice("Allowance", data).rtnCode()).isEqualTo(code);
  }

  @Test
  void mailsHaveUpToAHundredCharactersTogether() {
    var longest = "a".repeat(92) + "@shop.tw";
    var data = Invoices.online(invoice, 10).put("NotifyMail", longest);
    assertThat(bench.invoice("AllowanceByCollegiate", data).rtnCode()).isEqualTo(1);
    data.put("NotifyMail", "a" + longest);
    assertThat(bench.invoice("AllowanceByCollegiate", data).rtnCode()).isEqualTo(10000003);
  }

  /** R-ALW-07: a difference of exactly 1 is allowed, on either side. */
  @ParameterizedTest
  @CsvSource({"51, 50, 1", "49, 50, 1", "51.0000001, 50, 10000003", "48.9999999, 50, 10000003"})
  void aLineMayDifferFromItsProductByOneDollar(String price, int amount, int code) {
    var data = Invoices.paper(invoice, amount);
    ((ObjectNode) data.path("Items").path(0)).set("ItemPrice", Bench.json(price));
    assertThat(bench.invoice("Allowance", data).rtnCode()).isEqualTo(code);
  }

  /** R-ALW-08 to R-ALW-10 at their limits; each line stays what it is when it is multiplied. */
  @Test
  void severalLinesOfEightDigitsMakeMoreThanEightDigits() {
    var large = Invoices.issue(Order.number()).put("SalesAmount", 300_000_000L);
    ((ObjectNode) large.path("Items").path(0))
        .put("ItemPrice", 149_999_660)
        .put("ItemAmount", 299_999_320);
    var issued = bench.invoice("Issue", large).data();
    var data = Invoices.paper(issued, 99_999_999);
    data.put("AllowanceAmount", 199_999_998);
    var line = ((ObjectNode) data.path("Items").path(0)).deepCopy().put("ItemSeq", 2);
    ((ArrayNode) data.path("Items")).add(line);
    assertThat(bench.invoice("Allowance", data).rtnCode()).isEqualTo(1);
    assertThat(Invoices.remaining(bench, issued)).isEqualTo(100_000_002);
    assertThat(bench.invoice("Allowance", Invoices.paper(issued, 100_000_000)).rtnMsg())
        .contains("Item");
  }

  /** D-46, and R-ALW-13 while the switch is off. */
  @Test
  void anAllowanceOnAMixedInvoiceNeedsBothKindsOnlyWhenTheSandboxIsStrict() {
    var mixed = Invoices.issue(Order.number()).put("TaxType", "9");
    ((ObjectNode) mixed.path("Items").path(1)).put("ItemTaxType", "3");
    var issued = bench.invoice("Issue", mixed).data();
    assertThat(bench.invoice("Allowance", Invoices.paper(issued, 50)).rtnCode()).isEqualTo(1);
    bench.control("POST", "/sandbox/settings", "{\"bothTaxKinds\":true}");
    assertThat(bench.invoice("Allowance", Invoices.paper(issued, 50)).rtnMsg()).contains("Items");
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 50)).rtnCode()).isEqualTo(1);
    var both = Invoices.paper(issued, 50).put("AllowanceAmount", 100);
    var line =
        ((ObjectNode) both.path("Items").path(0))
            .deepCopy()
            .put("ItemSeq", 2)
            .put("ItemTaxType", "3");
    ((ArrayNode) both.path("Items")).add(line);
    assertThat(bench.invoice("Allowance", both).rtnCode()).isEqualTo(1);
    line.put("ItemTaxType", "1");
    assertThat(bench.invoice("Allowance", both).rtnCode()).isEqualTo(10000003);
  }
}
