package ecpay.adapter.http.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.Term;
import java.util.List;

/** Asks what the government allotted for a year. */
record GetGovInvoiceWordSetting(int rocYear) implements InvoiceOperation<List<Allotment>> {

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceYear", new Term(rocYear, 1).yearDigits());
  }

  @Override
  public Answer<List<Allotment>> read(Fields answer) {
    if (answer.saysNoData()) {
      return new Answer.Accepted<>(List.of());
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(answer.list("InvoiceInfo").stream().map(this::allotment).toList())
        : answer.refusal();
  }

  private Allotment allotment(Fields row) {
    return new Allotment(
        Rows.term(row, rocYear), Rows.type(row), Rows.range(row), Rows.small(row, "Number"));
  }
}
