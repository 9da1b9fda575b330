package ecpay.sandbox.aio.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.aio.form.TimeStamp;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;
import java.util.Set;

/** {@code /Cashier/CreditCardPeriodAction}: stops a contract for good, or tries a charge again. */
final class CreditCardPeriodAction implements FormOperation {
  /** Order not found (D-31). */
  private static final int NOT_FOUND = 10200047;

  /** Signature error of this operation (errors.md section 3). */
  private static final int WRONG_SIGNATURE = 10200083;

  private final Ledger ledger;
  private final SandboxClock clock;

  CreditCardPeriodAction(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/Cashier/CreditCardPeriodAction";
  }

  @Override
  public String name() {
    return "CreditCardPeriodAction";
  }

  @Override
  public int wrongMac() {
    return WRONG_SIGNATURE;
  }

  @Override
  public Reply perform(FormCall call) {
    var fields = call.fields();
    TimeStamp.check(fields, clock);
    var number = fields.requiredText("MerchantTradeNo", 20);
    var action = fields.requiredChoice("Action", Set.of("ReAuth", "Cancel"));
    var contract =
        ledger
            .contracts()
            .find(call.merchantId(), number)
            .orElseThrow(() -> new Refusal(NOT_FOUND, "There is no such contract."));
    if (action.equals("Cancel")) {
      cancel(contract);
    } else if (!ledger.contracts().tryAgain(contract, clock.now())) {
      throw new Refusal(Codes.CARD_ACTION_REFUSED, "The latest charge did not fail.");
    }
    return answer(call.merchantId(), number, 1, "Succeeded.").reply(call.signer());
  }

  private void cancel(Contract contract) {
    if (!ledger.contracts().cancel(contract)) {
      throw new Refusal(Codes.CONTRACT_STOPPED, "The contract has stopped already.");
    }
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    var answer =
        answer(
            form.path("MerchantID").asText(),
            form.path("MerchantTradeNo").asText(),
            refusal.code(),
            refusal.message());
    return signer.map(answer::reply).orElseGet(answer::replyUnsigned);
  }

  private static SignedForm answer(String merchantId, String number, int code, String message) {
    return new SignedForm()
        .put("MerchantID", merchantId)
        .put("MerchantTradeNo", number)
        .put("RtnCode", code)
        .put("RtnMsg", message);
  }
}
