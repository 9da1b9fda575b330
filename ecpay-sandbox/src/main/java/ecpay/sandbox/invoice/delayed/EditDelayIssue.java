package ecpay.sandbox.invoice.delayed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.Draft;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /B2CInvoice/EditDelayIssue}: changes what a delayed invoice will say. Tsr and RelateNumber
 * are both sent and must belong together (D-37); when it is issued stays as it is.
 */
final class EditDelayIssue implements Operation {
  private final Ledger ledger;

  EditDelayIssue(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/B2CInvoice/EditDelayIssue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var draft = Draft.checked(call.fields(), call.data());
    var notifyUrl = Formats.callbackUrl(call.fields(), "NotifyURL");
    var delayed = Delayed.open(call, ledger);
    if (!delayed.draft().relateNumber().equalsIgnoreCase(draft.relateNumber())) {
      throw new Refusal(Codes.NO_INVOICE, "RelateNumber does not belong to Tsr.");
    }
    delayed.edit(draft, notifyUrl);
    return Json.object().put("RtnCode", 1).put("RtnMsg", "Success");
  }
}
