package ecpay.sandbox.invoice.voiding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VoidWithReIssue (R-INV-26, R-INV-27). */
class ReissueTest {
  private static final int FORBIDDEN = 10000004;

  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T11:00:00");
    invoice = bench.invoice("Issue", Invoices.issue("Anew1")).data();
    bench.taipei("2026-11-12T11:00:00");
  }

  /** The same invoice for one line less: NT$ 1,000. */
  private ObjectNode data() {
    var next = Invoices.issue("Anew1").put("SalesAmount", 1000);
    ((ArrayNode) next.path("Items")).remove(1);
    next.put("InvoiceDate", invoice.path("InvoiceDate").asText());
    var data = Bench.object("{\"MerchantID\":\"2000132\"}");
    data.putObject("VoidModel")
        .put("MerchantID", "2000132")
        .put("InvoiceNo", invoice.path("InvoiceNo").asText())
        .put("VoidReason", "金額錯誤");
    data.set("IssueModel", next);
    return data;
  }

  private Bench.Answer reissue(ObjectNode data) {
    return bench.invoice("VoidWithReIssue", data);
  }

  @Test
  void numberRelateNumberAndTimeStayAndTheRandomNumberChanges() {
    var answer = reissue(data());
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    assertThat(answer.data().path("InvoiceNo")).isEqualTo(invoice.path("InvoiceNo"));
    assertThat(answer.data().path("InvoiceDate")).isEqualTo(invoice.path("InvoiceDate"));
    assertThat(answer.data().path("RandomNumber").asText())
        .matches("\\d{4}")
        .isNotEqualTo(invoice.path("RandomNumber").asText());
    var found = Invoices.related(bench, "Anew1").data();
    assertThat(found.path("IIS_Number")).isEqualTo(invoice.path("InvoiceNo"));
    assertThat(found.path("IIS_Sales_Amount").asInt()).isEqualTo(1000);
    assertThat(found.path("IIS_Remain_Allowance_Amt").asInt()).isEqualTo(1000);
    assertThat(found.path("IIS_Random_Number")).isEqualTo(answer.data().path("RandomNumber"));
    assertThat(found.path("IIS_Issue_Status").asText()).isEqualTo("1");
    assertThat(found.path("IIS_Invalid_Status").asText()).isEqualTo("0");
    assertThat(found.path("IIS_Upload_Date").asText()).startsWith("2026-11-12 11:00");
  }

  @Test
  void itHappensOnceAndTheNewOneCanBeVoided() {
    assertThat(reissue(data()).rtnCode()).isEqualTo(1);
    assertThat(reissue(data()).rtnCode()).isEqualTo(FORBIDDEN);
    assertThat(bench.invoice("Invalid", Invoices.invalid(invoice)).rtnCode()).isEqualTo(1);
  }

  @Test
  void theMerchantIsNamedAtTheTopOrInTheVoidModelAndTheyAgree() {
    var disagreeing = data();
    ((ObjectNode) disagreeing.path("VoidModel")).put("MerchantID", "2000133");
    assertThat(reissue(disagreeing).rtnCode()).isEqualTo(5000261);
    var stranger = data();
    ((ObjectNode) stranger.path("IssueModel")).put("MerchantID", "2000133");
    assertThat(reissue(stranger).rtnCode()).isEqualTo(5000261);
    assertThat(reissue(data().put("MerchantID", "2000133")).rtnCode()).isEqualTo(5000261);
    var nameless = data();
    nameless.remove("MerchantID");
    ((ObjectNode) nameless.path("VoidModel")).remove("MerchantID");
    assertThat(reissue(nameless).rtnCode()).isEqualTo(5000220);
    var below = data();
    below.remove("MerchantID");
    assertThat(reissue(below).rtnCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VoidModel  |              |                         | 10000002
          IssueModel |              |                         | 10000002
          VoidModel  | InvoiceNo    |                         | 10000002
          VoidModel  | InvoiceNo    | "ZZ00000000"            | 2
          VoidModel  | VoidReason   |                         | 10000002
          VoidModel  | VoidReason   | "123456789012345678901" | 2009005
          IssueModel | RelateNumber |                         | 10000002
          IssueModel | RelateNumber | "Other1"                | 10000003
          IssueModel | InvoiceDate  |                         | 10000002
          IssueModel | InvoiceDate  | "2026-11-10 11:59:59"   | 10000003
          IssueModel | InvoiceDate  | "2026-11-10"            | 10000003
          IssueModel | SalesAmount  | 999                     | 10000003
          IssueModel | CarrierNum   | "/abc"                  | 10000003
          """)
  void aBadFieldIsRefusedByName(
      String model, @Nullable String name, @Nullable String value, int code) {
    var data = data();
    if (name == null) {
      data.remove(model);
    } else if (value == null) {
      ((ObjectNode) data.path(model)).remove(name);
    } else {
      ((ObjectNode) data.path(model)).set(name, Bench.json(value));
    }
    var answer = reissue(data);
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(code);
    assertThat(answer.rtnMsg()).contains(name == null ? model : name);
    assertThat(answer.data().path("InvoiceNo").asText("x")).isEmpty();
    assertThat(Invoices.related(bench, "Anew1").data().path("IIS_Sales_Amount").asInt())
        .isEqualTo(1680);
  }

  @Test
  void whatCannotBeVoidedCannotBeIssuedAnew() {
    bench.taipei("2027-01-14T00:00:00");
    assertThat(reissue(data()).rtnCode()).isEqualTo(FORBIDDEN);
    bench.taipei("2027-01-13T23:59:50");
    bench.invoice("Allowance", Invoices.paper(invoice, 10));
    assertThat(reissue(data()).rtnCode()).isEqualTo(5070450);
  }

  @Test
  void aVoidInvoiceIsNotIssuedAnew() {
    bench.invoice("Invalid", Invoices.invalid(invoice));
    assertThat(reissue(data()).rtnCode()).isEqualTo(FORBIDDEN);
  }
}
