package ecpay.adapter.http.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.domain.answer.Answer;
import ecpay.domain.track.Term;
import ecpay.domain.track.Track;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackStatus;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the tracks of a year, of every type and status.
 *
 * @param term 1 to 6, or {@link #ALL}
 */
record GetInvoiceWordSetting(int rocYear, int term) implements InvoiceOperation<List<Track>> {
  static final int ALL = 0;

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceYear", new Term(rocYear, 1).yearDigits());
    data.put("InvoiceTerm", term);
    data.put("UseStatus", ALL);
    data.put("InvoiceCategory", AddInvoiceWordSetting.B2C);
  }

  @Override
  public Answer<List<Track>> read(Fields answer) {
    if (answer.saysNoData()) {
      return new Answer.Accepted<>(List.of());
    }
    return answer.isSuccess()
        ? new Answer.Accepted<>(answer.list("InvoiceInfo").stream().map(this::track).toList())
        : answer.refusal();
  }

  private Track track(Fields row) {
    return new Track(
        new TrackId(row.text("TrackID").strip()),
        Rows.term(row, row.has("InvoiceYear") ? Rows.small(row, "InvoiceYear") : rocYear),
        Rows.type(row),
        Rows.range(row),
        Optional.of(row.digits("InvoiceNo", Rows.NUMBER_DIGITS)).filter(last -> !last.isEmpty()),
        TrackStatus.ofCode(Rows.small(row, "UseStatus"))
            .orElseThrow(() -> new UnreadableException("an unknown UseStatus")));
  }
}
