package ecpay.sandbox.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.stock.Allotment;
import ecpay.sandbox.stock.Term;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code /B2CInvoice/AddInvoiceWordSetting}: makes a track of allotted numbers; it is approved at
 * once and not enabled yet (D-12).
 */
final class AddInvoiceWordSetting implements Operation {
  private static final Pattern HEADER = Pattern.compile("[A-Z]{2}");

  private final Ledger ledger;
  private final SandboxClock clock;

  AddInvoiceWordSetting(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/AddInvoiceWordSetting";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var today = clock.now().toLocalDate();
    var range = range(call, today);
    var productServiceId = fields.text("ProductServiceId", 10);
    var tracks = ledger.tracks();
    if (!tracks.isAllotted(range, today)) {
      throw fields.malformed("InvoiceStart", "to InvoiceEnd is not allotted to this merchant");
    }
    if (tracks.isTaken(range, today)) {
      throw fields.malformed("InvoiceStart", "to InvoiceEnd overlaps another track");
    }
    return answer(1, "Success", tracks.add(range, productServiceId).id());
  }

  private static Allotment range(Call call, LocalDate today) {
    var fields = call.fields();
    var term = (int) fields.requiredWhole("InvoiceTerm", 1, 6);
    var year = Years.thisOrNext(fields, today);
    var type = fields.requiredChoice("InvType", Set.of("07", "08"));
    fields.requiredChoice("InvoiceCategory", Set.of("1"));
    var header = fields.requiredText("InvoiceHeader", 2);
    if (!HEADER.matcher(header).matches()) {
      throw fields.malformed("InvoiceHeader", "must be two capital letters");
    }
    var first = number(fields, "InvoiceStart");
    if (first % Allotment.BOOK != 0) {
      throw fields.malformed("InvoiceStart", "must end in 00 or 50");
    }
    var last = number(fields, "InvoiceEnd");
    if ((last + 1) % Allotment.BOOK != 0) {
      throw fields.malformed("InvoiceEnd", "must end in 49 or 99");
    }
    if (last < first) {
      throw fields.malformed("InvoiceEnd", "is below InvoiceStart");
    }
    return new Allotment(call.merchantId(), new Term(year, term), type, header, first, last);
  }

  private static long number(Fields fields, String name) {
    var text = fields.requiredText(name, 8);
    if (text.length() != 8 || !Formats.isDigits(text)) {
      throw fields.malformed(name, "must be 8 digits");
    }
    return Long.parseLong(text);
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String trackId) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("TrackID", trackId);
  }
}
