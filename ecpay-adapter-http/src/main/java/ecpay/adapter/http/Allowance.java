package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.Json.UnreadableException;
import ecpay.domain.allowance.AllowanceDocument;
import ecpay.domain.allowance.AllowanceGateway.PaperAllowance;
import ecpay.domain.allowance.AllowanceItem;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Consent;
import ecpay.domain.answer.Answer;

/** Issues an allowance at once, against a signature on paper (invoice-b2c.md section 7.1). */
record Allowance(AllowanceDocument document, Consent.Notice notice)
    implements Operation<PaperAllowance> {
  @Override
  public Host host() {
    return Host.EINVOICE;
  }

  @Override
  public String path() {
    return "/B2CInvoice/Allowance";
  }

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
    demandSame(document, answer);
    return new Answer.Accepted<>(
        new PaperAllowance(
            new AllowanceNumber(answer.text("IA_Allow_No")),
            answer.requiredTime("IA_Date"),
            answer.money("IA_Remain_Allowance_Amt")));
  }

  /**
   * Makes sure that an answer is about the invoice that was named.
   *
   * @throws UnreadableException if it names another one
   */
  static void demandSame(AllowanceDocument document, Fields answer) {
    String named = answer.text("IA_Invoice_No");
    if (!named.isEmpty() && !named.equals(document.invoice().number().value())) {
      throw new UnreadableException("another IA_Invoice_No");
    }
  }
}
