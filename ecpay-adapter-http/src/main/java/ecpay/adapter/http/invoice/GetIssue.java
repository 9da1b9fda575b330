package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.KnownInvoice;
import ecpay.domain.invoice.document.RelateNumber;
import java.util.Optional;

/** Asks for an invoice by the merchant's own number. */
record GetIssue(RelateNumber relateNumber) implements InvoiceOperation<Optional<KnownInvoice>> {

  /** Nothing else: ECPay chooses how to search by which keys are there, even empty ones. */
  @Override
  public void write(ObjectNode data) {
    data.put("RelateNumber", relateNumber.value());
  }

  @Override
  public Answer<Optional<KnownInvoice>> read(Fields answer) {
    if (answer.saysNoData()) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    KnownInvoice known = KnownInvoices.read(answer);
    String named = known.relateNumber();
    if (!named.isEmpty() && !named.equalsIgnoreCase(relateNumber.value())) {
      throw new UnreadableException("another RelateNumber");
    }
    return new Answer.Accepted<>(Optional.of(known));
  }
}
