package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import java.util.Optional;

/** Asks for one issued allowance by both numbers (D-10). */
record GetAllowance(InvoiceNumber invoice, AllowanceNumber number)
    implements InvoiceOperation<Optional<ListedAllowance>> {
  private static final String NOT_FOUND = "2000039";

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceNo", invoice.value());
    data.put("AllowanceNo", number.value());
  }

  @Override
  public Answer<Optional<ListedAllowance>> read(Fields answer) {
    if (answer.saysNoData() || answer.rtnCode().equals(NOT_FOUND)) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("IA_Invoice_No", invoice.value());
    answer.demandSame("IA_Allow_No", number.value());
    return new Answer.Accepted<>(Optional.of(GetAllowanceList.listed(answer)));
  }
}
