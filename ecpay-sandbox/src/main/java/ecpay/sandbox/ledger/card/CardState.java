package ecpay.sandbox.ledger.card;

/** Where an authorization stands (payments-ecpg.md section 7), with ECPay's words for it. */
public enum CardState {
  AUTHORIZED("Authorized", "已授權"),
  TO_BE_CAPTURED("To be captured", "要關帳"),
  CAPTURED("Captured", "已關帳"),
  UNAUTHORIZED("Unauthorized", "未授權"),
  CANCELED("Canceled", "已取消"),
  REFUSED_BY_BANK("Refused by bank", "銀行拒絕"),
  SETTLING("Settling", "關帳中"),
  TO_BE_CANCELED("To be canceled", "要取消"),
  CANCELLATION_IN_PROCESS("Cancellation in process", "取消中"),
  OPERATION_CANCELLED("Operation cancelled", "操作取消");

  private final String english;
  private final String chinese;

  CardState(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  public String english() {
    return english;
  }

  public String chinese() {
    return chinese;
  }
}
