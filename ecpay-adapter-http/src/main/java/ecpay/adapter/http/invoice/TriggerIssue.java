package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.invoice.delay.DelayGateway.Trigger;

/** Lets a delayed invoice go, at once or after its days. */
record TriggerIssue(InvoiceId tsr) implements InvoiceOperation<Trigger> {
  private static final String WILL_BE_ISSUED = "4000003";
  private static final String ISSUED_NOW = "4000004";

  @Override
  public void write(ObjectNode data) {
    data.put("Tsr", tsr.value());
    data.put("PayType", DelayIssue.PAY_TYPE);
  }

  /** Nothing else is a success, not even RtnCode 1 (R-INV-33). */
  @Override
  public Answer<Trigger> read(Fields answer) {
    return switch (answer.rtnCode()) {
      case ISSUED_NOW -> triggered(answer, Trigger.ISSUED_NOW);
      case WILL_BE_ISSUED -> triggered(answer, Trigger.WILL_BE_ISSUED);
      default -> answer.refusal();
    };
  }

  private Answer<Trigger> triggered(Fields answer, Trigger trigger) {
    answer.demandSame("Tsr", tsr.value());
    return new Answer.Accepted<>(trigger);
  }
}
