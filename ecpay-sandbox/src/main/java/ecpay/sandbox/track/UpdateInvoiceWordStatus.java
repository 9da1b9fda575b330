package ecpay.sandbox.track;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.stock.Track.Status;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.List;

/** {@code /B2CInvoice/UpdateInvoiceWordStatus}: disables, pauses or enables a track (D-13). */
final class UpdateInvoiceWordStatus implements Operation {
  /** InvoiceStatus 0, 1 and 2. */
  private static final List<Status> STATUSES =
      List.of(Status.DISABLED, Status.PAUSED, Status.IN_USE);

  private final Ledger ledger;
  private final SandboxClock clock;

  UpdateInvoiceWordStatus(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/UpdateInvoiceWordStatus";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var id = call.fields().requiredText("TrackID", 10);
    var status = (int) call.fields().requiredWhole("InvoiceStatus", 0, STATUSES.size() - 1);
    ledger
        .tracks()
        .find(call.merchantId(), id, clock.now().toLocalDate())
        .orElseThrow(() -> new Refusal(Codes.NO_DATA, "The track of TrackID is not found."))
        .status(STATUSES.get(status));
    return Json.object().put("RtnCode", 1).put("RtnMsg", "Success");
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Json.object().put("RtnCode", refusal.code()).put("RtnMsg", refusal.message());
  }
}
