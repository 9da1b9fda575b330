package ecpay.sandbox.invoice.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.StoredAllowance;
import ecpay.sandbox.ledger.StoredAllowance.Asked;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Operation;
import java.time.LocalDateTime;

/**
 * {@code /B2CInvoice/AllowanceInvalidByCollegiate}: takes back the request for an online allowance
 * that still waits for the buyer's consent (section 7.5, D-09).
 */
final class AllowanceInvalidByCollegiate implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  AllowanceInvalidByCollegiate(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/B2CInvoice/AllowanceInvalidByCollegiate";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    Undoing.reason(call.fields());
    var allowance = Undoing.allowance(call, ledger);
    checkStatus(allowance, clock.now());
    allowance.cancel();
    return Undoing.answer(1, "Success", allowance.invoice().number());
  }

  /** Only while it waits and before the 72 hours are over (R-ALW-24). */
  private static void checkStatus(StoredAllowance allowance, LocalDateTime now) {
    switch (allowance.status()) {
      case AWAITING_CONSENT -> {
        if (!now.isBefore(allowance.asked().map(Asked::expiresAt).orElseThrow())) {
          throw tooLate("has waited 72 hours");
        }
      }
      case ISSUED -> throw tooLate("is issued");
      case EXPIRED -> throw tooLate("has waited 72 hours");
      case CANCELLED, VOID -> throw Undoing.alreadyVoid();
    }
  }

  private static Refusal tooLate(String why) {
    return new Refusal(Codes.FORBIDDEN_BY_STATE, "The allowance of AllowanceNo " + why + ".");
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return Undoing.answer(refusal.code(), refusal.message(), "");
  }
}
