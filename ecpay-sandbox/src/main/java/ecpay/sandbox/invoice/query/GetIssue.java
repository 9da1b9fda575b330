package ecpay.sandbox.invoice.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Optional;

/** {@code /B2CInvoice/GetIssue}: finds an invoice (invoice-b2c.md section 10). */
final class GetIssue implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  GetIssue(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetIssue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var invoice =
        found(call).orElseThrow(() -> new Refusal(Codes.NO_INVOICE, "The invoice is not found."));
    var answer = Json.object().put("RtnCode", 1).put("RtnMsg", "Success");
    return answer.setAll(InvoiceFacts.of(invoice, ledger, clock.now()));
  }

  /** The presence of the key RelateNumber decides, even when it is empty. */
  private Optional<IssuedInvoice> found(Call call) {
    var fields = call.fields();
    if (fields.hasKey("RelateNumber")) {
      var relateNumber = fields.requiredText("RelateNumber", 50);
      return ledger.invoices().related(call.merchantId(), relateNumber);
    }
    var number = fields.requiredText("InvoiceNo", 10);
    var day = Formats.requiredDay(fields, "InvoiceDate");
    return ledger.invoices().find(call.merchantId(), number, day);
  }
}
