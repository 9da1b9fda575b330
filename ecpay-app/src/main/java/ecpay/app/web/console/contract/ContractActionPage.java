package ecpay.app.web.console.contract;

import ecpay.app.reading.Words;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.rule.IllegalMoveException;
import java.util.Optional;

/**
 * The second look before something is done to a contract.
 *
 * @param action as it stands in the address
 * @param isFinal whether it cannot be taken back
 * @param problem why it cannot be done; empty when it can
 */
public record ContractActionPage(
    String tradeNo, String action, boolean isFinal, String title, String meaning, String problem) {

  static ContractActionPage of(PeriodicContract contract, ContractAction action) {
    return page(contract, action, obstacle(contract, action).orElse(""));
  }

  static ContractActionPage impossible(
      PeriodicContract contract, ContractAction action, IllegalMoveException why) {
    return page(contract, action, String.valueOf(why.getMessage()));
  }

  private static ContractActionPage page(
      PeriodicContract contract, ContractAction action, String problem) {
    return new ContractActionPage(
        contract.tradeNo().value(),
        Words.of(action),
        action == ContractAction.CANCEL,
        title(action),
        meaning(action),
        problem);
  }

  /** What a person would press. */
  static String title(ContractAction action) {
    return switch (action) {
      case CANCEL -> "Stop it for good";
      case REAUTHORIZE -> "Try the refused charge again";
    };
  }

  private static String meaning(ContractAction action) {
    return switch (action) {
      case CANCEL ->
          "ECPay will charge the card no more, and a stopped contract is never taken up again. What"
              + " was charged stays as it is: give it back on the pages of its orders.";
      case REAUTHORIZE ->
          "ECPay tries the latest refused charge again, now. Money that comes becomes an order of"
              + " its own with an invoice. ECPay tells how it ended, or is asked a day later.";
    };
  }

  /** Why it cannot be done as the contract stands; empty when it can. */
  static Optional<String> obstacle(PeriodicContract contract, ContractAction action) {
    if (contract.pending().isPresent()) {
      return Optional.of(
          Words.of(contract.pending().get().action()) + " was asked for and is not done yet");
    }
    if (action == ContractAction.CANCEL && contract.isOver()) {
      return Optional.of("the contract has ended: ECPay charges no more");
    }
    try {
      var _ = contract.wanting(action, contract.lookedAt());
      return Optional.empty();
    } catch (IllegalMoveException impossible) {
      return Optional.of(String.valueOf(impossible.getMessage()));
    }
  }
}
