package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import java.time.LocalDate;
import java.util.List;

/** Asks for the issued allowances of an invoice (D-10). */
record GetAllowanceList(InvoiceNumber invoice, LocalDate invoiceDate)
    implements InvoiceOperation<List<ListedAllowance>> {
  private static final String BY_INVOICE = "1";

  @Override
  public void write(ObjectNode data) {
    data.put("SearchType", BY_INVOICE);
    data.put("InvoiceNo", invoice.value());
    data.put("Date", WireTime.day(invoiceDate));
  }

  @Override
  public Answer<List<ListedAllowance>> read(Fields answer) {
    if (answer.saysNoData()) {
      return new Answer.Accepted<>(List.of());
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(
            answer.list("AllowanceInfo").stream().map(GetAllowanceList::listed).toList())
        : answer.refusal();
  }

  /** One allowance as ECPay's books show it. */
  static ListedAllowance listed(Fields info) {
    return new ListedAllowance(
        new AllowanceNumber(info.text("IA_Allow_No")),
        info.requiredTime("IA_Date"),
        info.money("IA_Total_Tax_Amount"),
        info.text("IA_Invalid_Status").strip().equals("1"));
  }
}
