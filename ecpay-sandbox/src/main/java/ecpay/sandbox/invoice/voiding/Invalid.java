package ecpay.sandbox.invoice.voiding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/** {@code /B2CInvoice/Invalid}: voids an invoice (invoice-b2c.md section 8). */
final class Invalid implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  Invalid(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/Invalid";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var number = fields.requiredText("InvoiceNo", 10);
    var day = Formats.requiredDay(fields, "InvoiceDate");
    var reason = VoidRules.reason(fields, "Reason");
    var invoice =
        ledger
            .invoices()
            .find(call.merchantId(), number, day)
            .orElseThrow(() ->
                new Refusal(
                    Codes.NO_INVOICE, "The invoice of InvoiceNo and InvoiceDate is not found."));
    VoidRules.check(ledger, invoice, clock.now());
    ledger.invoices().voidIt(invoice, reason, clock.now());
    return answer(1, "Success", number);
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String number) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("InvoiceNo", number);
  }
}
