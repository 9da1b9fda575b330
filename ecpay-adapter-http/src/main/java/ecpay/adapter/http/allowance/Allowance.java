package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.allowance.AllowanceGateway.PaperAllowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.allowance.document.AllowanceItem;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;

/** Issues an allowance at once, against a signature on paper (invoice-b2c.md section 7.1). */
record Allowance(AllowanceDocument document, Consent.Notice notice)
    implements InvoiceOperation<PaperAllowance> {
  @Override
  public void write(ObjectNode data) {
    writeDocument(data, document, allowanceNotify());
    notice.mail().ifPresent(mail -> data.put("NotifyMail", mail.joined()));
    notice.phone().ifPresent(phone -> data.put("NotifyPhone", phone.value()));
  }

  private String allowanceNotify() {
    if (notice.mail().isPresent()) {
      return notice.phone().isPresent() ? "A" : "E";
    }
    return notice.phone().isPresent() ? "S" : "N";
  }

  /** What both ways of making an allowance say. */
  static void writeDocument(ObjectNode data, AllowanceDocument document, String allowanceNotify) {
    data.put("InvoiceNo", document.invoice().number().value());
    data.put("InvoiceDate", WireTime.day(document.invoice().issuedOn()));
    data.put("AllowanceNotify", allowanceNotify);
    document.customerName().ifPresent(name -> data.put("CustomerName", name));
    data.put("AllowanceAmount", document.amount().twd());
    ArrayNode items = data.putArray("Items");
    document.items().forEach(item -> writeItem(items.addObject(), item));
  }

  private static void writeItem(ObjectNode data, AllowanceItem item) {
    data.put("ItemSeq", item.sequence());
    data.put("ItemName", item.name());
    data.put("ItemCount", item.count().value());
    data.put("ItemWord", item.unit());
    data.put("ItemPrice", item.price().value());
    item.tax().ifPresent(tax -> data.put("ItemTaxType", Integer.toString(tax.code())));
    data.put("ItemAmount", item.amount().stripTrailingZeros());
  }

  @Override
  public Answer<PaperAllowance> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("IA_Invoice_No", document.invoice().number().value());
    return new Answer.Accepted<>(
        new PaperAllowance(
            new AllowanceNumber(answer.text("IA_Allow_No")),
            answer.requiredTime("IA_Date"),
            answer.money("IA_Remain_Allowance_Amt")));
  }
}
