package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceGateway.Withdrawn;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.Reason;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;

/** What both ways of undoing an allowance say and answer (invoice-b2c.md section 7.5). */
final class Withdrawals {
  /** It was void or cancelled before, which is what was asked for. */
  private static final String DONE_BEFORE = "2000063";

  private Withdrawals() {}

  static void write(ObjectNode data, InvoiceNumber invoice, AllowanceNumber number, Reason reason) {
    new BothNumbers(invoice, number).write(data);
    data.put("Reason", reason.value());
  }

  static Answer<Withdrawn> read(Fields answer, InvoiceNumber invoice) {
    if (answer.rtnCode().equals(DONE_BEFORE)) {
      return new Answer.Accepted<>(new Withdrawn());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame("IA_Invoice_No", invoice.value());
    return new Answer.Accepted<>(new Withdrawn());
  }
}
