package ecpay.sandbox.ledger;

/** What a tester can make ECPay do otherwise. Read and changed under the ledger's lock only. */
public final class Switches {
  private boolean plainIssueList;
  private boolean bothTaxKinds;
  private boolean oneFilePerMinute;
  private boolean chineseCardStates;
  private boolean periodInOrderInfo;
  private boolean mediaCellsAsFormula = true;

  /** Whether GetIssueList answers its Data as plain JSON, not encrypted. */
  public boolean plainIssueList() {
    return plainIssueList;
  }

  public void plainIssueList(boolean wanted) {
    plainIssueList = wanted;
  }

  /** Whether an allowance on a mixed invoice must have both kinds of tax itself (D-46). */
  public boolean bothTaxKinds() {
    return bothTaxKinds;
  }

  public void bothTaxKinds(boolean wanted) {
    bothTaxKinds = wanted;
  }

  /** Whether card queries name states in Chinese, as seen in production. */
  public boolean chineseCardStates() {
    return chineseCardStates;
  }

  public void chineseCardStates(boolean wanted) {
    chineseCardStates = wanted;
  }

  /** Whether GetTokenbyTrade reads the period fields from OrderInfo, not from CardInfo (U-04). */
  public boolean periodInOrderInfo() {
    return periodInOrderInfo;
  }

  public void periodInOrderInfo(boolean wanted) {
    periodInOrderInfo = wanted;
  }

  /** Whether one IP address gets one statement file of AIO a minute. */
  public boolean oneFilePerMinute() {
    return oneFilePerMinute;
  }

  public void oneFilePerMinute(boolean wanted) {
    oneFilePerMinute = wanted;
  }

  /** Whether QueryTradeMedia writes its cells as {@code ="..."}. */
  public boolean mediaCellsAsFormula() {
    return mediaCellsAsFormula;
  }

  public void mediaCellsAsFormula(boolean wanted) {
    mediaCellsAsFormula = wanted;
  }
}
