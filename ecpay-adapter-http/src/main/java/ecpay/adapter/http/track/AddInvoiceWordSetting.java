package ecpay.adapter.http.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.TrackId;

/**
 * Adds a track, which is then approved but not enabled.
 *
 * @param name what ECPay calls this operation (D-12)
 */
record AddInvoiceWordSetting(Allotment allotment, String name)
    implements InvoiceOperation<TrackId> {
  static final String B2C = "1";

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceTerm", allotment.term().number());
    data.put("InvoiceYear", allotment.term().yearDigits());
    data.put("InvType", allotment.type().code());
    data.put("InvoiceCategory", B2C);
    data.put("InvoiceHeader", allotment.range().header());
    data.put("InvoiceStart", allotment.range().start());
    data.put("InvoiceEnd", allotment.range().end());
  }

  @Override
  public Answer<TrackId> read(Fields answer) {
    return answer.isSuccess()
        ? new Answer.Accepted<>(new TrackId(answer.text("TrackID").strip()))
        : answer.refusal();
  }
}
