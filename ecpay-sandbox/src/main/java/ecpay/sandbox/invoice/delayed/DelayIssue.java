package ecpay.sandbox.invoice.delayed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Draft;
import ecpay.sandbox.ledger.DelayedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Set;

/** {@code /B2CInvoice/DelayIssue}: an invoice for later (invoice-b2c.md section 6, R-INV-31). */
final class DelayIssue implements Operation {
  private static final int MOST_DAYS = 15;

  private final Ledger ledger;
  private final SandboxClock clock;

  DelayIssue(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/DelayIssue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var draft = Draft.checked(fields, call.data());
    var triggered = fields.requiredChoice("DelayFlag", Set.of("1", "2")).equals("2");
    var days = (int) fields.requiredWhole("DelayDay", triggered ? 0 : 1, MOST_DAYS);
    var tsr = fields.requiredText("Tsr", Delayed.TSR_LENGTH);
    fields.requiredChoice("PayType", Set.of("2"));
    fields.requiredChoice("PayAct", Set.of("ECPAY"));
    var notifyUrl = Formats.callbackUrl(fields, "NotifyURL");
    checkUnused(call.merchantId(), draft.relateNumber(), tsr);
    var delayed = new DelayedInvoice(call.merchantId(), tsr, days, notifyUrl, draft);
    if (triggered) {
      ledger.delayedInvoices().add(delayed);
    } else {
      ledger.delayedInvoices().addForDay(delayed, clock.now().toLocalDate());
    }
    return answer(1, "Success", tsr);
  }

  private void checkUnused(String merchantId, String relateNumber, String tsr) {
    if (ledger.invoices().isUsed(merchantId, relateNumber)) {
      throw new Refusal(Codes.RELATE_NUMBER_USED, "RelateNumber is already used.");
    }
    if (ledger.delayedInvoices().isUsed(merchantId, tsr)) {
      throw new Refusal(Codes.RELATE_NUMBER_USED, "Tsr is already used.");
    }
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String tsr) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("OrderNumber", tsr);
  }
}
