package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.document.InvoiceDocument;
import ecpay.domain.merchant.CallbackUrl;

/** Changes a delayed invoice that is not yet triggered or issued, named by both keys (D-37). */
record EditDelayIssue(InvoiceId tsr, InvoiceDocument document, CallbackUrl notifyUrl)
    implements InvoiceOperation<Done> {

  @Override
  public void write(ObjectNode data) {
    Documents.write(data, document);
    data.put("Tsr", tsr.value());
    data.put("NotifyURL", notifyUrl.value());
  }

  @Override
  public Answer<Done> read(Fields answer) {
    return answer.isSuccess() ? new Answer.Accepted<>(new Done()) : answer.refusal();
  }
}
