package ecpay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench.Answer;

/** Sample messages of the e-invoice. */
public final class Invoices {
  private Invoices() {}

  /** An Issue Data with a mobile barcode: 2 x 500 and 1 x 680, NT$ 1,680. */
  public static ObjectNode issue(String relateNumber) {
    return Bench.object(
        """
        {"MerchantID":"2000132","RelateNumber":"%s","CustomerID":"","CustomerIdentifier":"",
         "CustomerName":"王小明","CustomerAddr":"台北市","CustomerPhone":"0912345678",
         "CustomerEmail":"buyer@shop.example","ClearanceMark":"","Print":"0","Donation":"0",
         "LoveCode":"","CarrierType":"3","CarrierNum":"/ABC+12.","TaxType":"1","SalesAmount":1680,
         "InvoiceRemark":"","InvType":"07","vat":"1",
         "Items":[
          {"ItemSeq":1,"ItemName":"茶具","ItemCount":2,"ItemWord":"組","ItemPrice":500,
           "ItemTaxType":"1","ItemAmount":1000,"ItemRemark":""},
          {"ItemSeq":2,"ItemName":"杯子","ItemCount":1,"ItemWord":"個","ItemPrice":680,
           "ItemTaxType":"1","ItemAmount":680}]}
        """
            .formatted(relateNumber));
  }

  /** An issued invoice of NT$ 1,680. */
  public static JsonNode issued(Bench bench) {
    var answer = bench.invoice("Issue", issue(Order.number()));
    if (answer.rtnCode() != 1) {
      throw new AssertionError(answer.rtnMsg());
    }
    return answer.data();
  }

  /** An Issue Data on paper, for a person. */
  public static ObjectNode onPaper(String relateNumber) {
    return issue(relateNumber).put("Print", "1").put("CarrierType", "").put("CarrierNum", "");
  }

  /** A DelayIssue Data; the Tsr is the RelateNumber with a T in front. */
  public static ObjectNode delayed(String relateNumber, String flag, int days) {
    return issue(relateNumber)
        .put("DelayFlag", flag)
        .put("DelayDay", days)
        .put("Tsr", "T" + relateNumber)
        .put("PayType", "2")
        .put("PayAct", "ECPAY")
        .put("NotifyURL", "https://shop.example/callbacks/issued");
  }

  /** An Invalid Data. */
  public static ObjectNode invalid(JsonNode invoice) {
    return named(invoice).put("Reason", "退貨");
  }

  /** MerchantID, InvoiceNo and InvoiceDate. */
  public static ObjectNode named(JsonNode invoice) {
    return Bench.object("{\"MerchantID\":\"2000132\"}")
        .put("InvoiceNo", invoice.path("InvoiceNo").asText())
        .put("InvoiceDate", invoice.path("InvoiceDate").asText().substring(0, 10));
  }

  public static Answer related(Bench bench, String relateNumber) {
    return bench.invoice(
        "GetIssue", Bench.object("{\"MerchantID\":\"2000132\"}").put("RelateNumber", relateNumber));
  }

  public static ObjectNode online(JsonNode invoice, long amount) {
    return paper(invoice, amount)
        .put("AllowanceNotify", "E")
        .put("ReturnURL", "https://shop.example/callbacks/allowance");
  }

  public static ObjectNode paper(JsonNode invoice, long amount) {
    return Bench.object(
        """
        {"MerchantID":"2000132","InvoiceNo":"%s","InvoiceDate":"%s","AllowanceNotify":"N",
         "CustomerName":"王小明","NotifyMail":"buyer@shop.example","AllowanceAmount":%d,
         "Items":[{"ItemSeq":1,"ItemName":"茶具","ItemCount":1,"ItemWord":"組","ItemPrice":%d,
          "ItemTaxType":"1","ItemAmount":%d}]}
        """
            .formatted(
                invoice.path("InvoiceNo").asText(),
                invoice.path("InvoiceDate").asText().substring(0, 10),
                amount,
                amount,
                amount));
  }

  public static long remaining(Bench bench, JsonNode invoice) {
    return get(bench, invoice).data().path("IIS_Remain_Allowance_Amt").asLong();
  }

  public static Answer get(Bench bench, JsonNode invoice) {
    return bench.invoice(
        "GetIssue",
        Bench.object("{\"MerchantID\":\"2000132\"}")
            .put("InvoiceNo", invoice.path("InvoiceNo").asText())
            .put("InvoiceDate", invoice.path("InvoiceDate").asText().substring(0, 10)));
  }

  /** The data of a new track: the first book of AB in July and August 2026. */
  public static ObjectNode track() {
    return Bench.object(
        """
        {"MerchantID":"2000132","InvoiceTerm":4,"InvoiceYear":"115","InvType":"07",
         "InvoiceCategory":"1","InvoiceHeader":"AB","InvoiceStart":"10000000",
         "InvoiceEnd":"10000049","ProductServiceId":""}
        """);
  }

  /** What names an allowance, and why it is undone. */
  public static ObjectNode undo(JsonNode allowance) {
    return Bench.object("{\"MerchantID\":\"2000132\",\"Reason\":\"退貨\"}")
        .put("InvoiceNo", allowance.path("IA_Invoice_No").asText())
        .put("AllowanceNo", allowance.path("IA_Allow_No").asText());
  }

  /** The link in the newest mail. */
  public static String link(Bench bench) {
    return bench.control("GET", "/sandbox/mailbox", "").path("mails").path(0).path("link").asText();
  }
}
