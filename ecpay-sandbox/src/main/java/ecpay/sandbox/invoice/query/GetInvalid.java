package ecpay.sandbox.invoice.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.IssuedInvoice.Voiding;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/** {@code /B2CInvoice/GetInvalid}: finds a voided invoice (invoice-b2c.md section 10). */
final class GetInvalid implements Operation {
  private final Ledger ledger;

  GetInvalid(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetInvalid";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var relateNumber = fields.requiredText("RelateNumber", 50);
    var number = fields.requiredText("InvoiceNo", 10);
    var day = Formats.requiredDay(fields, "InvoiceDate");
    var invoice =
        ledger
            .invoices()
            .find(call.merchantId(), number, day)
            .filter(i -> i.relateNumber().equalsIgnoreCase(relateNumber))
            .orElseThrow(GetInvalid::notFound);
    return answer(invoice, invoice.voiding().orElseThrow(GetInvalid::notFound));
  }

  private static Refusal notFound() {
    return new Refusal(Codes.NO_INVOICE, "The void invoice is not found.");
  }

  private static ObjectNode answer(IssuedInvoice invoice, Voiding end) {
    var company = invoice.sent("CustomerIdentifier");
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("IIS_Mer_ID", invoice.merchantId())
        .put("II_Invoice_No", invoice.number())
        .put("II_Date", end.at().format(Formats.INVOICE_TIME))
        .put("II_Upload_Status", InvoiceFacts.status(end.upload()))
        .put("II_Upload_Date", InvoiceFacts.date(end.upload()))
        .put("Reason", end.reason())
        .put("II_Seller_Identifier", IssuedInvoice.SELLER_IDENTIFIER)
        .put("II_Buyer_Identifier", company.isEmpty() ? InvoiceFacts.NO_COMPANY : company);
  }
}
