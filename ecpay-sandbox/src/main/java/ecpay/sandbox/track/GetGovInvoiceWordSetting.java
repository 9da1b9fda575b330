package ecpay.sandbox.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.stock.Allotment;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.List;

/** {@code /B2CInvoice/GetGovInvoiceWordSetting}: what the government has allotted in a year. */
final class GetGovInvoiceWordSetting implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  GetGovInvoiceWordSetting(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetGovInvoiceWordSetting";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var today = clock.now().toLocalDate();
    var year = Years.near(call.fields(), today);
    var found =
        ledger.tracks().allotted(call.merchantId(), today).stream()
            .filter(a -> a.term().year().equals(year))
            .toList();
    if (found.isEmpty()) {
      throw new Refusal(Codes.NO_DATA, "No data found.");
    }
    return answer(1, "Success", found);
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), List.of());
  }

  private static ObjectNode answer(int code, String message, List<Allotment> found) {
    var answer = Json.object().put("RtnCode", code).put("RtnMsg", message);
    var list = answer.putArray("InvoiceInfo");
    for (var allotment : found) {
      list.addObject()
          .put("InvoiceTerm", allotment.term().number())
          .put("InvType", allotment.invType())
          .put("InvoiceHeader", allotment.header())
          .put("InvoiceStart", Allotment.digits(allotment.first()))
          .put("InvoiceEnd", Allotment.digits(allotment.last()))
          .put("Number", allotment.books());
    }
    return answer;
  }
}
