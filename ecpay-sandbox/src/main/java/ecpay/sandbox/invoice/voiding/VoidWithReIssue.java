package ecpay.sandbox.invoice.voiding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Draft;
import ecpay.sandbox.invoice.content.IssueAnswer;
import ecpay.sandbox.ledger.InvoiceDraft;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /B2CInvoice/VoidWithReIssue}: annuls an invoice and issues it anew under the same number,
 * RelateNumber and time (invoice-b2c.md section 8, R-INV-27).
 */
final class VoidWithReIssue implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  VoidWithReIssue(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/VoidWithReIssue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  /** At the top of Data, or else in VoidModel. */
  @Override
  public JsonNode merchantId(ObjectNode data) {
    return data.hasNonNull("MerchantID")
        ? data.path("MerchantID")
        : data.path("VoidModel").path("MerchantID");
  }

  @Override
  public ObjectNode perform(Call call) {
    var end = call.fields().requiredObject("VoidModel");
    var next = call.fields().requiredObject("IssueModel");
    requireSameMerchant(call, end);
    requireSameMerchant(call, next);
    var number = end.requiredText("InvoiceNo", 10);
    VoidRules.reason(end, "VoidReason");
    var draft = Draft.checked(next, (ObjectNode) call.data().path("IssueModel"));
    var invoice =
        ledger
            .invoices()
            .find(call.merchantId(), number)
            .orElseThrow(
                () -> new Refusal(Codes.NO_INVOICE, "The invoice of InvoiceNo is not found."));
    requireSameInvoice(next, draft, invoice);
    VoidRules.check(ledger, invoice, clock.now());
    if (invoice.reissued()) {
      throw VoidRules.forbidden("The invoice was issued anew before.");
    }
    return IssueAnswer.of(ledger.invoices().reissue(invoice, draft, clock.now()));
  }

  private static void requireSameMerchant(Call call, Fields model) {
    var id = model.text("MerchantID", 10);
    if (!id.isEmpty() && !id.equals(call.merchantId())) {
      throw new Refusal(Codes.OTHER_MERCHANT, "Parameter MerchantID differs from the envelope's.");
    }
  }

  private static void requireSameInvoice(Fields fields, InvoiceDraft draft, IssuedInvoice invoice) {
    if (!draft.relateNumber().equalsIgnoreCase(invoice.relateNumber())) {
      throw fields.malformed("RelateNumber", "is not the invoice's own");
    }
    var date = fields.requiredText("InvoiceDate", 20);
    if (!date.equals(invoice.issuedAt().format(Formats.INVOICE_TIME))) {
      throw fields.malformed("InvoiceDate", "is not the time at which the invoice was issued");
    }
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return IssueAnswer.refused(refusal);
  }
}
