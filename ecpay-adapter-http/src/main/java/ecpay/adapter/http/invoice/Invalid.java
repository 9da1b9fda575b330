package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceGateway.Done;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.VoidReason;
import ecpay.domain.time.Taipei;

/** Voids an invoice (invoice-b2c.md section 8). */
record Invalid(IssuedInvoice invoice, VoidReason reason) implements InvoiceOperation<Done> {

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceNo", invoice.number().value());
    data.put("InvoiceDate", WireTime.day(Taipei.dateOf(invoice.issuedAt())));
    data.put("Reason", reason.value());
  }

  @Override
  public Answer<Done> read(Fields answer) {
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("InvoiceNo", invoice.number().value());
    return new Answer.Accepted<>(new Done());
  }
}
