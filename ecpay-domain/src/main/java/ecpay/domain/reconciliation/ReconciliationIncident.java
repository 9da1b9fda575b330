package ecpay.domain.reconciliation;

/** Something about a statement file that a person must look at, and what to do about it. */
public enum ReconciliationIncident {
  STATEMENT_DIFFERS("our books and this statement differ: see its report and apply what it says"),
  STATEMENT_MISSING(
      "for three days ECPay gave no such file: check that this server's address is registered in"
          + " its back office, then request the report again or read the file from disk");

  private final String advice;

  ReconciliationIncident(String advice) {
    this.advice = advice;
  }

  /** What happened and what to do, for an operator. */
  public String advice() {
    return advice;
  }
}
