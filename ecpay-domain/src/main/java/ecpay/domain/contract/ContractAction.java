package ecpay.domain.contract;

/** Action of CreditCardPeriodAction. A contract is never stopped by DoAction (R-CAP-10). */
public enum ContractAction {
  /** Stops a contract for good. */
  CANCEL("Cancel"),
  /** Tries the latest refused charge again (D-30); its result comes at PeriodReturnURL. */
  REAUTHORIZE("ReAuth");

  private final String word;

  ContractAction(String word) {
    this.word = word;
  }

  /** What ECPay calls it. */
  public String word() {
    return word;
  }
}
