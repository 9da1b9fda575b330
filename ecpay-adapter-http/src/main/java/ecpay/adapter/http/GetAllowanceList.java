package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Asks for the issued allowances of an invoice (D-10). */
record GetAllowanceList(InvoiceNumber invoice, LocalDate invoiceDate)
    implements Operation<List<ListedAllowance>> {
  private static final String BY_INVOICE = "1";
  private static final Set<String> NO_DATA = Set.of("2", "7");

  @Override
  public Host host() {
    return Host.EINVOICE;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetAllowanceList";
  }

  @Override
  public void write(ObjectNode data) {
    data.put("SearchType", BY_INVOICE);
    data.put("InvoiceNo", invoice.value());
    data.put("Date", WireTime.day(invoiceDate));
  }

  @Override
  public Answer<List<ListedAllowance>> read(Fields answer) {
    if (NO_DATA.contains(answer.rtnCode())) {
      return new Answer.Accepted<>(List.of());
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(
            answer.list("AllowanceInfo").stream().map(GetAllowanceList::listed).toList())
        : answer.refusal();
  }

  private static ListedAllowance listed(Fields info) {
    return new ListedAllowance(
        new AllowanceNumber(info.text("IA_Allow_No")),
        info.requiredTime("IA_Date"),
        info.money("IA_Total_Tax_Amount"),
        info.text("IA_Invalid_Status").equals("1"));
  }
}
