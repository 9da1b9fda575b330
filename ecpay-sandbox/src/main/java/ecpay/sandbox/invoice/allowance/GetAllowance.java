package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /B2CInvoice/GetAllowance}: one allowance, its fields flat in Data (invoice-b2c.md section
 * 10, D-10).
 */
final class GetAllowance implements Operation {
  private static final int NO_INVOICE_NUMBER = 2014001;
  private static final int NO_ALLOWANCE_NUMBER = 2014003;

  private final Ledger ledger;

  GetAllowance(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetAllowance";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var invoiceNo = call.fields().text("InvoiceNo", 10);
    if (invoiceNo.isBlank()) {
      throw new Refusal(NO_INVOICE_NUMBER, "Parameter InvoiceNo is required.");
    }
    var number = call.fields().text("AllowanceNo", 16);
    if (number.isBlank()) {
      throw new Refusal(NO_ALLOWANCE_NUMBER, "Parameter AllowanceNo is required.");
    }
    var found =
        ledger
            .allowances()
            .find(call.merchantId(), number)
            .filter(a -> a.invoice().number().equals(invoiceNo))
            .filter(AllowanceInfo::isShown)
            .orElseThrow(() -> new Refusal(Codes.NO_DATA, "No data found."));
    var answer = Json.object().put("RtnCode", 1).put("RtnMsg", "Success");
    AllowanceInfo.write(answer, found);
    return answer;
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Json.object().put("RtnCode", refusal.code()).put("RtnMsg", refusal.message());
  }
}
