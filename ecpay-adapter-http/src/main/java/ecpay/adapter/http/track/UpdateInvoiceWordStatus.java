package ecpay.adapter.http.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackSwitch;

/**
 * Enables, pauses or disables a track, which is named by its TrackID.
 *
 * @param name what ECPay calls this operation (D-13)
 */
record UpdateInvoiceWordStatus(TrackId track, TrackSwitch to, String name)
    implements InvoiceOperation<Switched> {

  @Override
  public void write(ObjectNode data) {
    data.put("TrackID", track.value());
    data.put("InvoiceStatus", to.code());
  }

  @Override
  public Answer<Switched> read(Fields answer) {
    return answer.isSuccess() ? new Answer.Accepted<>(new Switched()) : answer.refusal();
  }
}
