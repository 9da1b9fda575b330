package ecpay.sandbox.invoice.delayed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/**
 * {@code /B2CInvoice/CancelDelayIssue}: before the trigger, or before 10:00 of the day of issue, at
 * which it is issued (R-INV-32). Its RelateNumber and Tsr stay used.
 */
final class CancelDelayIssue implements Operation {
  private final Ledger ledger;

  CancelDelayIssue(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String path() {
    return "/B2CInvoice/CancelDelayIssue";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    Delayed.open(call, ledger).cancel();
    return Json.object().put("RtnCode", 1).put("RtnMsg", "Success");
  }
}
