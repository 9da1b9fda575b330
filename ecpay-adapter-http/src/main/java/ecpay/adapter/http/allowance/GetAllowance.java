package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.ListedAllowance;
import ecpay.domain.answer.Answer;
import java.util.Optional;

/** Asks for one issued allowance by both numbers (D-10). */
record GetAllowance(BothNumbers numbers) implements InvoiceOperation<Optional<ListedAllowance>> {
  @Override
  public void write(ObjectNode data) {
    numbers.write(data);
  }

  @Override
  public Answer<Optional<ListedAllowance>> read(Fields answer) {
    return numbers.find(answer, "IA_Invoice_No", "IA_Allow_No", GetAllowanceList::listed);
  }
}
