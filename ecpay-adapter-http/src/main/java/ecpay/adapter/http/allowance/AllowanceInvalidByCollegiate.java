package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.Withdrawn;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;

/** Cancels an allowance that waits for the buyer's consent (R-ALW-24, D-09). */
record AllowanceInvalidByCollegiate(InvoiceNumber invoice, AllowanceNumber number, Reason reason)
    implements InvoiceOperation<Withdrawn> {

  @Override
  public void write(ObjectNode data) {
    Withdrawals.write(data, invoice, number, reason);
  }

  @Override
  public Answer<Withdrawn> read(Fields answer) {
    return Withdrawals.read(answer, invoice);
  }
}
