package ecpay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench.Answer;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssueTest {
  private static final int MISSING = 10000002;
  private static final int MALFORMED = 10000003;
  @AutoClose private final Bench bench = new Bench();

  private Answer issue(ObjectNode data) {
    return bench.invoice("Issue", data);
  }

  @Test
  void anInvoiceGetsItsNumberAndIsFoundAgain() {
    var relateNumber = Order.number();
    var answer = issue(Invoices.issue(relateNumber));
    assertThat(answer.transCode()).isEqualTo(1);
    assertThat(answer.rtnCode()).isEqualTo(1);
    assertThat(answer.data().path("InvoiceNo").asText()).matches("[A-Z]{2}\\d{8}");
    assertThat(answer.data().path("RandomNumber").asText()).matches("\\d{4}");
    assertThat(answer.data().path("InvoiceDate").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

    var found =
        bench.invoice(
            "GetIssue",
            Bench.object("{\"MerchantID\":\"2000132\"}")
                .put("RelateNumber", relateNumber.toLowerCase(Locale.ROOT)));
    assertThat(found.rtnCode()).isEqualTo(1);
    assertThat(found.data().path("IIS_Number")).isEqualTo(answer.data().path("InvoiceNo"));
    assertThat(found.data().path("IIS_Relate_Number").asText()).isEqualTo(relateNumber);
    assertThat(found.data().path("IIS_Sales_Amount").asInt()).isEqualTo(1680);
    assertThat(found.data().path("IIS_Remain_Allowance_Amt").asInt()).isEqualTo(1680);
    assertThat(found.data().path("IIS_Identifier").asText()).isEqualTo("0000000000");
    assertThat(found.data().path("IIS_Carrier_Num").asText()).isEqualTo("/ABC+12.");
    assertThat(found.data().path("IIS_Category").asText()).isEqualTo("B2C");
    assertThat(found.data().path("Items")).hasSize(2);
    assertThat(Invoices.get(bench, answer.data()).data()).isEqualTo(found.data());
  }

  @Test
  void theKeyRelateNumberDecidesEvenWhenItIsEmpty() {
    var invoice = Invoices.issued(bench);
    var data =
        Bench.object("{\"MerchantID\":\"2000132\",\"RelateNumber\":\"\"}")
            .put("InvoiceNo", invoice.path("InvoiceNo").asText())
            .put("InvoiceDate", invoice.path("InvoiceDate").asText().substring(0, 10));
    var answer = bench.invoice("GetIssue", data);
    assertThat(answer.rtnCode()).isEqualTo(MISSING);
    assertThat(answer.rtnMsg()).contains("RelateNumber");
    data.remove("RelateNumber");
    assertThat(bench.invoice("GetIssue", data).rtnCode()).isEqualTo(1);
    assertThat(bench.invoice("GetIssue", data.put("InvoiceDate", "2020-01-01")).rtnCode())
        .isEqualTo(2);
  }

  @Test
  void ofTwentyParallelIssuesWithOneRelateNumberOneIsIssued() {
    var relateNumber = Order.number() + "Aa";
    var codes =
        IntStream.range(0, 20)
            .parallel()
            .map(i ->
                issue(
                        Invoices.issue(
                            i % 2 == 0 ? relateNumber : relateNumber.toUpperCase(Locale.ROOT)))
                    .rtnCode())
            .toArray();
    assertThat(codes).containsOnlyOnce(1).contains(5070357);
    var issued = 0;
    for (var invoice : bench.control("GET", "/sandbox/ledger", "").path("invoices")) {
      issued += invoice.path("relateNumber").asText().equalsIgnoreCase(relateNumber) ? 1 : 0;
    }
    assertThat(issued).isEqualTo(1);
  }

  @Test
  void aRefusedIssueHasEmptyIdentifiersAndCanBeCorrected() {
    var relateNumber = Order.number();
    var refused = issue(Invoices.issue(relateNumber).put("SalesAmount", 1681));
    assertThat(refused.rtnCode()).isEqualTo(MALFORMED);
    assertThat(refused.data().path("InvoiceNo").asText("null")).isEmpty();
    assertThat(issue(Invoices.issue(relateNumber)).rtnCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RelateNumber       |              | 10000002
          RelateNumber       | "A-1"        | 10000003
          Print              |              | 10000002
          Print              | "2"          | 10000003
          Donation           |              | 10000002
          CustomerID         | "a b"        | 10000003
          CustomerPhone      | "09-12"      | 10000003
          CustomerEmail      | "a@b.c;d@e.f" | 10000003
          CustomerIdentifier | "1234567"    | 1200125
          CustomerIdentifier | "12345678"   | 2027000
          CarrierType        | "9"          | 10000003
          CarrierNum         | "/ABC,123"   | 10000003
          CarrierNum         | "/abc1234"   | 10000003
          CarrierNum         | "/ABC123"    | 10000003
          CarrierNum2        | "1"          | 10000003
          LoveCode           | "168001"     | 10000003
          TaxType            |              | 10000002
          TaxType            | "4"          | 10000003
          InvType            |              | 10000002
          InvType            | "09"         | 10000003
          ClearanceMark      | "1"          | 10000003
          ZeroTaxRateReason  | "71"         | 10000003
          SpecialTaxType     | 8            | 10000003
          SalesAmount        |              | 10000002
          SalesAmount        | 0            | 10000003
          SalesAmount        | 1680.5       | 10000003
          TaxAmount          | 1.5          | 10000003
          vat                | "2"          | 10000003
          Items              |              | 10000002
          Items              | []           | 10000002
          Items              | [1]          | 10000003
          InvoiceRemark      | "<h1>x</h1>" | 10400011
          """)
  void aBadFieldIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.issue(Order.number());
    if (value == null) {
      data.remove(name);
    } else {
      data.set(name, Bench.json(value));
    }
    var answer = issue(data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ItemSeq    |                | 10000002
          ItemSeq    | 1000           | 10000003
          ItemSeq    | 2              | 10000003
          ItemName   | " "            | 10000002
          ItemWord   | "7654321"      | 10000003
          ItemWord   |                | 10000002
          ItemCount  | 123456789      | 10000003
          ItemCount  | 1.12345678     | 10000003
          ItemPrice  | 12345678901    | 10000003
          ItemPrice  | "much"         | 10000003
          ItemAmount | 1001.00000001  | 10000003
          ItemAmount | 1002           | 10000003
          ItemTaxType | "2"           | 10000003
          """)
  void aBadLineIsRefusedByName(String name, @Nullable String value, int code) {
    var data = Invoices.issue(Order.number());
    var line = (ObjectNode) data.path("Items").path(0);
    if (value == null) {
      line.remove(name);
    } else {
      line.set(name, Bench.json(value));
    }
    var answer = issue(data);
    assertThat(answer.rtnCode()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name);
  }

  @Test
  void halvesOfADollarAreRoundedUpInTheSum() {
    var data = Invoices.issue(Order.number());
    ((ObjectNode) data.path("Items").path(0)).put("ItemAmount", "999.5").put("ItemPrice", "499.75");
    assertThat(issue(data.put("SalesAmount", 1679)).rtnCode()).isEqualTo(MALFORMED);
    assertThat(issue(data.put("SalesAmount", 1680)).rtnCode()).isEqualTo(1);
  }

  @Test
  void pricesWithoutTaxMayComeWithAmountsThatIncludeIt() {
    var data = Invoices.issue(Order.number()).put("vat", "0").put("SalesAmount", 1764);
    ((ObjectNode) data.path("Items").path(0)).put("ItemAmount", 1050);
    ((ObjectNode) data.path("Items").path(1)).put("ItemAmount", 714);
    assertThat(issue(data.deepCopy().put("vat", "1")).rtnCode()).isEqualTo(MALFORMED);
    assertThat(issue(data).rtnCode()).isEqualTo(1);
  }

  @Test
  void aThousandLinesAreTooMany() {
    var data = Invoices.issue(Order.number());
    var items = (ArrayNode) data.path("Items");
    var line = items.path(0);
    for (int i = 3; i <= 1000; i++) {
      items.add(((ObjectNode) line.deepCopy()).put("ItemSeq", i));
    }
    assertThat(issue(data).rtnCode()).isEqualTo(MALFORMED);
    items.remove(999);
    assertThat(issue(data.put("SalesAmount", 680 + 998 * 1000)).rtnCode()).isEqualTo(1);
  }

  @Test
  void aNewTermHasATrackOfItsOwn() throws IOException {
    try (var apart = new Bench()) {
      apart.control("POST", "/sandbox/clock", "{\"now\":\"2026-10-31T15:59:00Z\"}");
      var before = Invoices.issued(apart).path("InvoiceNo").asText();
      apart.control("POST", "/sandbox/clock", "{\"now\":\"2026-10-31T16:00:00Z\"}");
      var after = Invoices.issued(apart);
      assertThat(after.path("InvoiceNo").asText().substring(0, 2))
          .isNotEqualTo(before.substring(0, 2));
      assertThat(after.path("InvoiceDate").asText()).startsWith("2026-11-01 00:00");
    }
  }
}
