package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.List;
import java.util.Set;

/**
 * {@code /B2CInvoice/GetAllowanceList}: issued and voided allowances; requests still waiting for
 * consent, and those that ended so, are not listed (invoice-b2c.md sections 7.4 and 10).
 */
final class GetAllowanceList implements Operation {
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
    var found = candidates(call).stream().filter(AllowanceInfo::isShown).toList();
    if (found.isEmpty()) {
      throw new Refusal(Codes.NO_DATA, "No data found.");
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
        .filter(a -> a.issued().filter(i -> i.at().toLocalDate().equals(date)).isPresent())
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

  private ObjectNode answer(int code, String message, List<StoredAllowance> found) {
    var answer = Json.object().put("RtnCode", code).put("RtnMsg", message);
    var list = answer.putArray("AllowanceInfo");
    found.forEach(a -> AllowanceInfo.write(list.addObject(), a));
    return answer;
  }
}
