package ecpay.sandbox.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.stock.Allotment;
import ecpay.sandbox.stock.Track;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** {@code /B2CInvoice/GetInvoiceWordSetting}: the merchant's tracks of a year. */
final class GetInvoiceWordSetting implements Operation {
  /** The highest UseStatus; 5 and 6 (under review, rejected) never happen here. */
  private static final int LAST_STATUS = 6;

  private final Ledger ledger;
  private final SandboxClock clock;

  GetInvoiceWordSetting(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetInvoiceWordSetting";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var today = clock.now().toLocalDate();
    var wanted = wanted(call.fields(), today);
    var found = ledger.tracks().of(call.merchantId(), today).stream().filter(wanted).toList();
    if (found.isEmpty()) {
      throw new Refusal(Codes.NO_DATA, "No data found.");
    }
    return answer(1, "Success", found);
  }

  /** Every filter that is 0 or empty lets all tracks pass. */
  private static Predicate<Track> wanted(Fields fields, LocalDate today) {
    var year = Years.near(fields, today);
    var term = fields.requiredWhole("InvoiceTerm", 0, 6);
    var status = fields.requiredWhole("UseStatus", 0, LAST_STATUS);
    fields.requiredChoice("InvoiceCategory", Set.of("1"));
    var type = fields.choice("InvType", Set.of("07", "08"));
    var header = fields.text("InvoiceHeader", 2);
    var productServiceId = fields.text("ProductServiceId", 10);
    return track ->
        track.range().term().year().equals(year)
            && (term == 0 || track.range().term().number() == term)
            && (status == 0 || track.status().code() == status)
            && (type.isEmpty() || track.range().invType().equals(type))
            && (header.isEmpty() || track.range().header().equals(header))
            && (productServiceId.isEmpty() || track.productServiceId().equals(productServiceId));
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), List.of());
  }

  private static ObjectNode answer(int code, String message, List<Track> found) {
    var answer = Json.object().put("RtnCode", code).put("RtnMsg", message);
    var list = answer.putArray("InvoiceInfo");
    for (var track : found) {
      var range = track.range();
      list.addObject()
          .put("TrackID", track.id())
          .put("InvoiceYear", range.term().year())
          .put("InvoiceTerm", range.term().number())
          .put("InvoiceCategory", "1")
          .put("InvType", range.invType())
          .put("InvoiceHeader", range.header())
          .put("InvoiceStart", Allotment.digits(range.first()))
          .put("InvoiceEnd", Allotment.digits(range.last()))
          .put("InvoiceNo", track.lastUsed().orElse(""))
          .put("UseStatus", track.status().code())
          .put("ProductServiceId", track.productServiceId());
    }
    return answer;
  }
}
