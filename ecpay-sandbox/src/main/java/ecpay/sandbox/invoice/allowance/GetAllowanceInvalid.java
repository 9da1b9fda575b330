package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /B2CInvoice/GetAllowanceInvalid}: the void of an allowance (invoice-b2c.md section 10).
 * Cancelled requests were never issued and are not found here.
 */
final class GetAllowanceInvalid implements Operation {
  private final Ledger ledger;

  GetAllowanceInvalid(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetAllowanceInvalid";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var invoiceNo = call.fields().requiredText("InvoiceNo", 10);
    var number = call.fields().requiredText("AllowanceNo", 16);
    return ledger
        .allowances()
        .find(call.merchantId(), number)
        .filter(a -> a.invoice().number().equals(invoiceNo))
        .filter(a -> a.status() == StoredAllowance.Status.VOID)
        .map(this::answer)
        .orElseThrow(() -> new Refusal(Codes.NO_DATA, "No data found."));
  }

  private ObjectNode answer(StoredAllowance allowance) {
    var end = allowance.voiding().orElseThrow();
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("AI_Allow_Date", AllowanceInfo.time(allowance.issued().orElseThrow().at()))
        .put("AI_Allow_No", allowance.number())
        .put("AI_Buyer_Identifier", AllowanceInfo.buyer(allowance.invoice()))
        .put("AI_Date", AllowanceInfo.time(end.at()))
        .put("AI_Invoice_No", allowance.invoice().number())
        .put("AI_Mer_ID", allowance.invoice().merchantId())
        .put("Reason", end.reason())
        .put("AI_Seller_Identifier", IssuedInvoice.SELLER_IDENTIFIER)
        .put("AI_Upload_Date", AllowanceInfo.uploadDate(end.upload()))
        .put("AI_Upload_Status", AllowanceInfo.uploadStatus(end.upload()));
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Json.object().put("RtnCode", refusal.code()).put("RtnMsg", refusal.message());
  }
}
