package ecpay.adapter.http.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.Finding;
import ecpay.domain.order.LoveCode;

/** Asks which charity has a donation code. */
record CheckLoveCode(LoveCode loveCode) implements InvoiceOperation<Finding> {

  @Override
  public void write(ObjectNode data) {
    data.put("LoveCode", loveCode.value());
  }

  @Override
  public Answer<Finding> read(Fields answer) {
    return Findings.existence(answer, "OrganName");
  }
}
