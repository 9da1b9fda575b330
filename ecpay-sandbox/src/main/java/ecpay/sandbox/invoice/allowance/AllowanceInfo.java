package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.invoice.content.Tax;
import ecpay.sandbox.ledger.IssuedInvoice;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.Upload;
import java.time.LocalDateTime;

/** An allowance as queries show it (invoice-b2c.md section 10). */
final class AllowanceInfo {
  /** Allowances and their voids are uploaded the next day (sections 7.1 and 7.5). */
  static final int UPLOADED_AFTER_DAYS = 1;

  private AllowanceInfo() {}

  /** Whether queries show it: it is issued, or was before it was voided. */
  static boolean isShown(StoredAllowance allowance) {
    return allowance.issued().isPresent();
  }

  /** Writes all fields of the allowance into the object. */
  static void write(ObjectNode info, StoredAllowance allowance) {
    var invoice = allowance.invoice();
    var tax = Tax.within(invoice, allowance.amount());
    var issued = allowance.issued().orElseThrow();
    var isVoid = allowance.status() == StoredAllowance.Status.VOID;
    info.put("IA_Allow_No", allowance.number())
        .put("IA_Check_Send_Mail", allowance.sent("AllowanceNotify"))
        .put("IA_Date", time(issued.at()))
        .put("IA_IP", "127.0.0.1")
        .put("IA_Identifier", buyer(invoice))
        .put("IA_Invalid_Status", isVoid ? "1" : "0")
        .put("IA_Invoice_Issue_Date", time(invoice.issuedAt()))
        .put("IA_Invoice_No", invoice.number())
        .put("IA_Mer_ID", invoice.merchantId())
        .put("IA_Send_Mail", allowance.sent("NotifyMail"))
        .put("IA_Send_Phone", allowance.sent("NotifyPhone"))
        .put("IA_Tax_Amount", tax)
        .put("IA_Tax_Type", invoice.taxType())
        .put("IA_Total_Amount", allowance.amount() - tax)
        .put("IA_Total_Tax_Amount", allowance.amount())
        .put("IA_Upload_Date", uploadDate(issued.upload()))
        .put("IA_Upload_Status", uploadStatus(issued.upload()))
        .put("IIS_Customer_Name", invoice.sent("CustomerName"));
    var items = info.putArray("Items");
    for (var item : allowance.items()) {
      var line = (ObjectNode) item;
      items.add(line.put("ItemRateAmt", Tax.within(invoice, line.path("ItemAmount").asLong())));
    }
  }

  /** The buyer's company id; ten zeros stand for none. */
  static String buyer(IssuedInvoice invoice) {
    var company = invoice.sent("CustomerIdentifier");
    return company.isEmpty() ? "0000000000" : company;
  }

  static String uploadStatus(Upload upload) {
    return upload.isDone() ? "1" : "0";
  }

  static String uploadDate(Upload upload) {
    return upload.doneAt().map(AllowanceInfo::time).orElse("");
  }

  static String time(LocalDateTime time) {
    return time.format(Formats.INVOICE_TIME);
  }
}
