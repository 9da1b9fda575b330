package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive.KnownVoid;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.invoice.document.RelateNumber;
import ecpay.domain.time.Taipei;
import java.util.Optional;

/** Asks how an invoice was voided. */
record GetInvalid(RelateNumber relateNumber, IssuedInvoice invoice)
    implements InvoiceOperation<Optional<KnownVoid>> {

  @Override
  public void write(ObjectNode data) {
    data.put("RelateNumber", relateNumber.value());
    data.put("InvoiceNo", invoice.number().value());
    data.put("InvoiceDate", WireTime.day(Taipei.dateOf(invoice.issuedAt())));
  }

  @Override
  public Answer<Optional<KnownVoid>> read(Fields answer) {
    if (answer.saysNoData()) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("II_Invoice_No", invoice.number().value());
    return new Answer.Accepted<>(
        Optional.of(
            new KnownVoid(
                answer.requiredTime("II_Date"),
                answer.text("Reason"),
                answer.text("II_Upload_Status").strip().equals("1"))));
  }
}
