package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.KnownVoid;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import java.util.Optional;

/** Asks how an allowance was voided. */
record GetAllowanceInvalid(InvoiceNumber invoice, AllowanceNumber number)
    implements InvoiceOperation<Optional<KnownVoid>> {
  private static final String NOT_FOUND = "2000039";

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceNo", invoice.value());
    data.put("AllowanceNo", number.value());
  }

  @Override
  public Answer<Optional<KnownVoid>> read(Fields answer) {
    if (answer.saysNoData() || answer.rtnCode().equals(NOT_FOUND)) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("AI_Invoice_No", invoice.value());
    answer.demandSame("AI_Allow_No", number.value());
    return new Answer.Accepted<>(
        Optional.of(
            new KnownVoid(
                answer.requiredTime("AI_Date"),
                answer.text("Reason"),
                answer.text("AI_Upload_Status").strip().equals("1"))));
  }
}
