package ecpay.sandbox.invoice.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.invoice.content.Tax;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.Upload;
import ecpay.sandbox.wire.Json;
import java.time.LocalDateTime;

/** The IIS fields of an invoice, as queries tell them (invoice-b2c.md section 10). */
final class InvoiceFacts {
  /** How queries write that there is no company id. */
  static final String NO_COMPANY = "0000000000";

  private InvoiceFacts() {}

  static ObjectNode of(IssuedInvoice invoice, Ledger ledger, LocalDateTime now) {
    var company = invoice.sent("CustomerIdentifier");
    var facts =
        Json.object()
            .put("IIS_Mer_ID", invoice.merchantId())
            .put("IIS_Number", invoice.number())
            .put("IIS_Relate_Number", invoice.relateNumber())
            .put("IIS_Customer_ID", invoice.sent("CustomerID"))
            .put("IIS_Identifier", company.isEmpty() ? NO_COMPANY : company)
            .put("IIS_Customer_Name", invoice.sent("CustomerName"))
            .put("IIS_Customer_Addr", invoice.sent("CustomerAddr"))
            .put("IIS_Customer_Phone", invoice.sent("CustomerPhone"))
            .put("IIS_Customer_Email", invoice.sent("CustomerEmail"))
            .put("IIS_Clearance_Mark", invoice.sent("ClearanceMark"))
            .put("IIS_Type", invoice.sent("InvType"))
            .put("IIS_Category", company.isEmpty() ? "B2C" : "B2B")
            .put("IIS_Tax_Type", invoice.taxType())
            .put("SpecialTaxType", invoice.sent("SpecialTaxType"))
            .put("ZeroTaxRateReason", invoice.sent("ZeroTaxRateReason"))
            .put("IIS_Tax_Rate", Tax.rate(invoice))
            .put("IIS_Tax_Amount", company.isEmpty() ? 0 : Tax.within(invoice, invoice.amount()))
            .put("IIS_Sales_Amount", invoice.amount())
            .put("IIS_Check_Number", "P")
            .put("IIS_Carrier_Type", invoice.sent("CarrierType"))
            .put("IIS_Carrier_Num", carrierNumber(invoice))
            .put("IIS_Love_Code", invoice.sent("LoveCode"))
            .put("IIS_IP", "127.0.0.1")
            .put("IIS_Create_Date", invoice.issuedAt().format(Formats.INVOICE_TIME))
            .put("IIS_Issue_Status", "1")
            .put("IIS_Invalid_Status", invoice.isVoid() ? "1" : "0")
            .put("IIS_Upload_Status", status(invoice.upload()))
            .put("IIS_Upload_Date", date(invoice.upload()))
            .put("IIS_Turnkey_Status", turnkey(invoice.upload(), now))
            .put("IIS_Remain_Allowance_Amt", ledger.allowances().remaining(invoice))
            .put("IIS_Print_Flag", invoice.sent("Print"))
            .put("IIS_Award_Flag", company.isEmpty() ? "" : "X")
            .put("IIS_Award_Type", 0)
            .put("IIS_Random_Number", invoice.randomNumber())
            .put("InvoiceRemark", invoice.sent("InvoiceRemark"))
            .put("PosBarCode", "")
            .put("QRCode_Left", "")
            .put("QRCode_Right", "");
    facts.set("Items", invoice.items());
    return facts;
  }

  /** 1 once the tax authority has it, else 0. */
  static String status(Upload upload) {
    return upload.isDone() ? "1" : "0";
  }

  /** When the tax authority got it, empty before. */
  static String date(Upload upload) {
    return upload.doneAt().map(t -> t.format(Formats.INVOICE_TIME)).orElse("");
  }

  /** C when it has arrived, P while it is held although its time has come, else empty. */
  private static String turnkey(Upload upload, LocalDateTime now) {
    if (upload.isDone()) {
      return "C";
    }
    return upload.due().isAfter(now) ? "" : "P";
  }

  /** The hidden id of a physical card is never shown; its visible one is. */
  private static String carrierNumber(IssuedInvoice invoice) {
    var visible = invoice.sent("CarrierNum2");
    return visible.isEmpty() ? invoice.sent("CarrierNum") : visible;
  }
}
