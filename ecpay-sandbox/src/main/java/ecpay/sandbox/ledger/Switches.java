package ecpay.sandbox.ledger;

/** What a tester can make ECPay do otherwise. Read and changed under the ledger's lock only. */
public final class Switches {
  private boolean plainIssueList;

  /** Whether GetIssueList answers its Data as plain JSON, not encrypted. */
  public boolean plainIssueList() {
    return plainIssueList;
  }

  public void plainIssueList(boolean wanted) {
    plainIssueList = wanted;
  }
}
