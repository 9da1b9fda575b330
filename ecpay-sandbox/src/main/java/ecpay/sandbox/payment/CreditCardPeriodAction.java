package ecpay.sandbox.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.ledger.period.Contract.Status;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.Set;

/**
 * {@code /1.0.0/Cashier/CreditCardPeriodAction}: tries the latest refused charge again, or stops a
 * contract for good (payments-ecpg.md section 8, D-30).
 */
final class CreditCardPeriodAction implements Operation {
  private final Ledger ledger;
  private final SandboxClock clock;

  CreditCardPeriodAction(Ledger ledger, SandboxClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/1.0.0/Cashier/CreditCardPeriodAction";
  }

  @Override
  public Service service() {
    return Service.PAYMENT;
  }

  @Override
  public int otherMerchantCode() {
    return Codes.OTHER_MERCHANT_AT_ECPAYMENT;
  }

  @Override
  public ObjectNode perform(Call call) {
    var fields = call.fields();
    var number = fields.requiredText("MerchantTradeNo", 20);
    var action = fields.requiredChoice("Action", Set.of("ReAuth", "Cancel"));
    var contract =
        ledger
            .contracts()
            .find(call.merchantId(), number)
            .orElseThrow(() -> new Refusal(Codes.NO_TRADE, "The contract is not found."));
    if (contract.status() == Status.STOPPED) {
      throw stopped();
    }
    if (action.equals("Cancel")) {
      cancel(contract);
    } else if (!ledger.contracts().tryAgain(contract, clock.now())) {
      throw new Refusal(Codes.CARD_ACTION_REFUSED, "The latest charge was not refused.");
    }
    return Json.object()
        .put("RtnCode", 1)
        .put("RtnMsg", "Success")
        .put("PlatformID", call.platformId())
        .put("MerchantID", call.merchantId())
        .put("MerchantTradeNo", number);
  }

  /** A contract that has run to its end has nothing to stop either. */
  private void cancel(Contract contract) {
    if (!ledger.contracts().cancel(contract)) {
      throw stopped();
    }
  }

  private static Refusal stopped() {
    return new Refusal(Codes.CONTRACT_STOPPED, "The contract has already stopped.");
  }
}
