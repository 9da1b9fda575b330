package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceId;

/** Takes a delayed invoice back before it is triggered or issued (R-INV-32). */
record CancelDelayIssue(InvoiceId tsr) implements InvoiceOperation<Done> {

  @Override
  public void write(ObjectNode data) {
    data.put("Tsr", tsr.value());
  }

  @Override
  public Answer<Done> read(Fields answer) {
    return answer.isSuccess() ? new Answer.Accepted<>(new Done()) : answer.refusal();
  }
}
