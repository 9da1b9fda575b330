package ecpay.sandbox.invoice.delayed;

import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.DelayedInvoice;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.wire.Call;

/** Finds the delayed invoice that a call names, in a state in which it can be changed. */
final class Delayed {
  static final int TSR_LENGTH = 30;

  private Delayed() {}

  /** The one with the call's Tsr, which is neither triggered nor issued nor cancelled. */
  static DelayedInvoice open(Call call, Ledger ledger) {
    var tsr = call.fields().requiredText("Tsr", TSR_LENGTH);
    var delayed =
        ledger
            .delayedInvoices()
            .find(call.merchantId(), tsr)
            .orElseThrow(() -> new Refusal(Codes.NO_INVOICE, "Tsr is not found."));
    if (!delayed.isOpen()) {
      throw forbidden("Tsr is " + delayed.status() + " already.");
    }
    return delayed;
  }

  static Refusal forbidden(String why) {
    return new Refusal(Codes.FORBIDDEN_BY_STATE, why);
  }
}
