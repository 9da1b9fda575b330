package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.KnownVoid;
import ecpay.domain.answer.Answer;
import java.util.Optional;

/** Asks how an allowance was voided. */
record GetAllowanceInvalid(BothNumbers numbers) implements InvoiceOperation<Optional<KnownVoid>> {
  @Override
  public void write(ObjectNode data) {
    numbers.write(data);
  }

  @Override
  public Answer<Optional<KnownVoid>> read(Fields answer) {
    return numbers.find(answer, "AI_Invoice_No", "AI_Allow_No", GetAllowanceInvalid::known);
  }

  private static KnownVoid known(Fields answer) {
    return new KnownVoid(
        answer.requiredTime("AI_Date"),
        answer.text("Reason"),
        answer.text("AI_Upload_Status").strip().equals("1"));
  }
}
