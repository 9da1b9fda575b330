package ecpay.sandbox.invoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Tax;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * {@code /B2CInvoice/GetAllowanceList}: the issued allowances; requests still waiting for consent
 * are not listed (invoice-b2c.md sections 7.4 and 10).
 */
final class GetAllowanceList implements Operation {
  /** No data found (errors.md section 4). */
  private static final int NO_DATA = 7;

  private final Ledger ledger;

  GetAllowanceList(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetAllowanceList";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var found = candidates(call).stream().filter(a -> a.status() == Status.ISSUED).toList();
    if (found.isEmpty()) {
      throw new Refusal(NO_DATA, "No data found.");
    }
    return answer(1, "Success", found);
  }

  private List<StoredAllowance> candidates(Call call) {
    var fields = call.fields();
    return switch (fields.requiredChoice("SearchType", Set.of("0", "1", "2"))) {
      case "0" ->
          ledger
              .allowances()
              .find(call.merchantId(), fields.requiredText("AllowanceNo", 16))
              .stream()
              .toList();
      case "1" -> byInvoiceDate(call, fields);
      default -> byAllowanceDate(call, fields);
    };
  }

  private List<StoredAllowance> byInvoiceDate(Call call, Fields fields) {
    var date = Formats.requiredDay(fields, "Date");
    return ofInvoice(call, fields).stream()
        .filter(a -> a.invoice().issuedAt().toLocalDate().equals(date))
        .toList();
  }

  private List<StoredAllowance> byAllowanceDate(Call call, Fields fields) {
    var date = Formats.requiredDay(fields, "Date");
    return ofInvoice(call, fields).stream()
        .filter(a -> a.issuedAt().filter(t -> t.toLocalDate().equals(date)).isPresent())
        .toList();
  }

  private List<StoredAllowance> ofInvoice(Call call, Fields fields) {
    return ledger
        .invoices()
        .find(call.merchantId(), fields.requiredText("InvoiceNo", 10))
        .map(ledger.allowances()::of)
        .orElse(List.of());
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), List.of());
  }

  private static ObjectNode answer(int code, String message, List<StoredAllowance> found) {
    var answer = Json.object().put("RtnCode", code).put("RtnMsg", message);
    var list = answer.putArray("AllowanceInfo");
    found.forEach(a -> describe(list, a));
    return answer;
  }

  private static void describe(ArrayNode list, StoredAllowance allowance) {
    var invoice = allowance.invoice();
    var tax = Tax.within(invoice, allowance.amount());
    var company = sent(invoice.request(), "CustomerIdentifier");
    var info =
        list.addObject()
            .put("IA_Allow_No", allowance.number())
            .put("IA_Check_Send_Mail", sent(allowance.request(), "AllowanceNotify"))
            .put("IA_Date", time(allowance.issuedAt().orElse(allowance.requestedAt())))
            .put("IA_IP", "127.0.0.1")
            .put("IA_Identifier", company.isEmpty() ? "0000000000" : company)
            .put("IA_Invalid_Status", "0")
            .put("IA_Invoice_Issue_Date", time(invoice.issuedAt()))
            .put("IA_Invoice_No", invoice.number())
            .put("IA_Mer_ID", invoice.merchantId())
            .put("IA_Send_Mail", sent(allowance.request(), "NotifyMail"))
            .put("IA_Send_Phone", sent(allowance.request(), "NotifyPhone"))
            .put("IA_Tax_Amount", tax)
            .put("IA_Tax_Type", invoice.taxType())
            .put("IA_Total_Amount", allowance.amount() - tax)
            .put("IA_Total_Tax_Amount", allowance.amount())
            .put("IA_Upload_Date", "")
            .put("IA_Upload_Status", "0")
            .put("IIS_Customer_Name", sent(invoice.request(), "CustomerName"));
    var items = info.putArray("Items");
    for (var item : allowance.request().path("Items")) {
      var line = (ObjectNode) item.deepCopy();
      items.add(line.put("ItemRateAmt", Tax.within(invoice, line.path("ItemAmount").asLong())));
    }
  }

  private static String time(LocalDateTime time) {
    return time.format(Formats.INVOICE_TIME);
  }

  private static String sent(ObjectNode request, String name) {
    return request.path(name).asText("");
  }
}
