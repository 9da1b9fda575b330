package ecpay.sandbox.invoice.delayed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Numbers;
import ecpay.sandbox.ledger.DelayedInvoice.Status;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Set;

/**
 * {@code /B2CInvoice/TriggerIssue}: the event that a delayed invoice with DelayFlag 2 waits for
 * (R-INV-33).
 */
final class TriggerIssue implements Operation {
  private static final int ISSUED_LATER = 4000003;
  private static final int ISSUED_NOW = 4000004;

  private final Ledger ledger;
  private final SandboxClock clock;

  TriggerIssue(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/TriggerIssue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    call.fields().requiredChoice("PayType", Set.of("2"));
    var delayed = Delayed.open(call, ledger);
    if (delayed.status() != Status.WAITING_FOR_TRIGGER) {
      throw Delayed.forbidden("Tsr has DelayFlag 1 and needs no trigger.");
    }
    var now = clock.now();
    if (ledger.delayedInvoices().trigger(delayed, now)) {
      return answer(ISSUED_NOW, "The invoice is issued.", delayed.tsr());
    }
    if (delayed.status() != Status.TRIGGERED) {
      throw Numbers.none(ledger, call.merchantId(), delayed.draft(), now);
    }
    return answer(ISSUED_LATER, "The invoice will be issued after the delay.", delayed.tsr());
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String tsr) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("Tsr", tsr);
  }
}
