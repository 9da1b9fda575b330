package ecpay.domain.contract;

/** What a person must look at, and what to do. */
public enum ContractIncident {
  FOREIGN_MERCHANT("a periodic charge names another MerchantID: see whose it is with ECPay"),
  UNKNOWN_CONTRACT("a periodic charge for a contract that is not in the books: ask ECPay"),
  FIRST_CHARGE_UNHEARD(
      "ECPay tells of a later charge of a contract whose first charge was given up here, and is"
          + " asked about that: if the order is not paid soon, look up both charges at ECPay"
          + " (R-PAY-17)"),
  AMOUNT_MISMATCH("a periodic charge has another amount than its contract: compare with ECPay"),
  SIMULATED_CHARGE("a simulated periodic charge was reported: no money came, do not ship"),
  CHARGE_OUT_OF_COUNT(
      "ECPay counts more charges than the contract allows, or none: compare with ECPay, and refund"
          + " what was charged too often (R-PAY-17)"),
  CHARGE_CONTRADICTS(
      "two charges of this contract bear the same count: compare with ECPay before shipping"
          + " (R-PAY-17)"),
  COUNT_DECREASED("ECPay counts fewer charges than it has told of: compare with ECPay (R-PAY-17)"),
  CHARGE_FAILED(
      "the bank refused a periodic charge: let the buyer see to the card, then have it tried again"
          + " (reauthorize); do not ship meanwhile"),
  CHARGE_MISSING(
      "a periodic charge did not come on its day: look it up at ECPay, then have it tried again"
          + " (reauthorize); do not ship meanwhile"),
  CONTRACT_STOPPED(
      "six periodic charges in a row failed: the contract counts as stopped and charges no more;"
          + " agree a new one with the buyer (R-PAY-18)"),
  CONTRACT_STOPPED_ELSEWHERE(
      "ECPay says that the contract has stopped, and nobody here stopped it: ask who did; it"
          + " charges no more"),
  CHARGED_AFTER_END(
      "ECPay charged this contract, or tried to, after it had ended: look up at ECPay whether it"
          + " goes on and have it stopped there; what came was booked and invoiced as an order of its"
          + " own: refund that order to the buyer (R-CAP-10)"),
  SECOND_CONTRACT(
      "the order was already paid by another attempt, and this one charges on and on: cancel the"
          + " contract as well as refunding its first charge (R-ORD-03, R-CAP-10)"),
  CONTRACT_NOT_FOUND("ECPay does not know this contract, though it was paid: ask ECPay"),
  ACTION_REFUSED("ECPay refused to act on the contract: it goes on as it was; see the event"),
  CANCEL_UNCLEAR(
      "whether the contract was stopped is not known: look it up at ECPay and cancel again"
          + " (R-TRN-06)"),
  REAUTHORIZATION_UNCLEAR(
      "whether the charge was tried again is not known: ECPay is asked a day later, and only then"
          + " can it be tried again (R-PAY-13)");

  private final String advice;

  ContractIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
