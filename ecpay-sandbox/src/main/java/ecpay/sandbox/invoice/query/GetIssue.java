package ecpay.sandbox.invoice.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Tax;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Optional;

/** {@code /B2CInvoice/GetIssue}: finds an invoice (invoice-b2c.md section 10). */
public final class GetIssue implements Operation {
  /** Invoices are uploaded within 48 hours; here after one day. */
  private static final int UPLOADED_AFTER_DAYS = 1;

  private final Ledger ledger;
  private final SandboxClock clock;

  public GetIssue(Ledger ledger, SandboxClock clock) {
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
    return found(call)
        .map(this::answer)
        .orElseThrow(() -> new Refusal(Codes.NO_INVOICE, "The invoice is not found."));
  }

  /** The presence of the key RelateNumber decides, even when it is empty. */
  private Optional<IssuedInvoice> found(Call call) {
    var fields = call.fields();
    if (fields.hasKey("RelateNumber")) {
      var relateNumber = fields.requiredText("RelateNumber", 50);
      return ledger.invoices().related(call.merchantId(), relateNumber);
    }
    var number = fields.requiredText("InvoiceNo", 10);
    var date = Formats.requiredDay(fields, "InvoiceDate");
    return ledger
        .invoices()
        .find(call.merchantId(), number)
        .filter(i -> i.issuedAt().toLocalDate().equals(date));
  }

  private ObjectNode answer(IssuedInvoice invoice) {
    var uploadedAt = invoice.issuedAt().plusDays(UPLOADED_AFTER_DAYS);
    var uploaded = !clock.now().isBefore(uploadedAt);
    var company = sent(invoice, "CustomerIdentifier");
    var answer =
        Json.object()
            .put("RtnCode", 1)
            .put("RtnMsg", "Success")
            .put("IIS_Mer_ID", invoice.merchantId())
            .put("IIS_Number", invoice.number())
            .put("IIS_Relate_Number", invoice.relateNumber())
            .put("IIS_Customer_ID", sent(invoice, "CustomerID"))
            .put("IIS_Identifier", company.isEmpty() ? "0000000000" : company)
            .put("IIS_Customer_Name", sent(invoice, "CustomerName"))
            .put("IIS_Customer_Addr", sent(invoice, "CustomerAddr"))
            .put("IIS_Customer_Phone", sent(invoice, "CustomerPhone"))
            .put("IIS_Customer_Email", sent(invoice, "CustomerEmail"))
            .put("IIS_Clearance_Mark", sent(invoice, "ClearanceMark"))
            .put("IIS_Type", sent(invoice, "InvType"))
            .put("IIS_Category", company.isEmpty() ? "B2C" : "B2B")
            .put("IIS_Tax_Type", invoice.taxType())
            .put("SpecialTaxType", sent(invoice, "SpecialTaxType"))
            .put("ZeroTaxRateReason", sent(invoice, "ZeroTaxRateReason"))
            .put("IIS_Tax_Rate", Tax.rate(invoice))
            .put("IIS_Tax_Amount", company.isEmpty() ? 0 : Tax.within(invoice, invoice.amount()))
            .put("IIS_Sales_Amount", invoice.amount())
            .put("IIS_Check_Number", "P")
            .put("IIS_Carrier_Type", sent(invoice, "CarrierType"))
            .put("IIS_Carrier_Num", carrierNumber(invoice))
            .put("IIS_Love_Code", sent(invoice, "LoveCode"))
            .put("IIS_IP", "127.0.0.1")
            .put("IIS_Create_Date", invoice.issuedAt().format(Formats.INVOICE_TIME))
            .put("IIS_Issue_Status", "1")
            .put("IIS_Invalid_Status", "0")
            .put("IIS_Upload_Status", uploaded ? "1" : "0")
            .put("IIS_Upload_Date", uploaded ? uploadedAt.format(Formats.INVOICE_TIME) : "")
            .put("IIS_Turnkey_Status", uploaded ? "C" : "")
            .put("IIS_Remain_Allowance_Amt", ledger.allowances().remaining(invoice))
            .put("IIS_Print_Flag", sent(invoice, "Print"))
            .put("IIS_Award_Flag", company.isEmpty() ? "" : "X")
            .put("IIS_Award_Type", 0)
            .put("IIS_Random_Number", invoice.randomNumber())
            .put("InvoiceRemark", sent(invoice, "InvoiceRemark"))
            .put("PosBarCode", "")
            .put("QRCode_Left", "")
            .put("QRCode_Right", "");
    answer.set("Items", invoice.request().path("Items").deepCopy());
    return answer;
  }

  /** The hidden id of a physical card is never shown; its visible one is. */
  private static String carrierNumber(IssuedInvoice invoice) {
    var visible = sent(invoice, "CarrierNum2");
    return visible.isEmpty() ? sent(invoice, "CarrierNum") : visible;
  }

  private static String sent(IssuedInvoice invoice, String name) {
    return invoice.request().path(name).asText("");
  }
}
