package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceRulesTest {
  private Bench bench;
  private JsonNode invoice;

  @BeforeEach
  void start() throws IOException {
    bench = new Bench();
    invoice = Invoices.issued(bench);
  }

  @AfterEach
  void stop() {
    bench.close();
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
}
