package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Voiding;
import ecpay.sandbox.ledger.VoidWindow;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;

/** {@code /B2CInvoice/AllowanceInvalid}: voids an issued allowance (section 7.5). */
final class AllowanceInvalid implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  AllowanceInvalid(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/AllowanceInvalid";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var reason = Undoing.reason(call.fields());
    var allowance = Undoing.allowance(call, ledger);
    checkStatus(allowance);
    var now = clock.now();
    if (!VoidWindow.isOpen(allowance.issued().orElseThrow().at(), now)) {
      throw new Refusal(
          Codes.FORBIDDEN_BY_STATE,
          "The allowance of AllowanceNo cannot be voided after the 13th that follows its term.");
    }
    var upload = ledger.uploads().add(now.plusDays(AllowanceInfo.UPLOADED_AFTER_DAYS));
    allowance.voidIt(new Voiding(now, reason, upload));
    return Undoing.answer(1, "Success", allowance.invoice().number());
  }

  /** What the buyer has not consented to is no allowance yet, and queries do not show it. */
  private static void checkStatus(StoredAllowance allowance) {
    switch (allowance.status()) {
      case ISSUED -> {
        // Only this one can be voided (R-ALW-25).
      }
      case VOID -> throw Undoing.alreadyVoid();
      case AWAITING_CONSENT, CANCELLED, EXPIRED -> throw Undoing.notFound();
    }
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Undoing.answer(refusal.code(), refusal.message(), "");
  }
}
