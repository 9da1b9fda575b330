package ecpay.sandbox.wire;

/**
 * The outer layer's "no": TransCode 0. The reason goes to the journal only, as ECPay gives none.
 */
final class TransRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String transMsg;

  TransRefusal(String transMsg, String reason) {
    super(reason, null, false, false);
    this.transMsg = transMsg;
  }

  String transMsg() {
    return transMsg;
  }

  String reason() {
    var reason = getMessage();
    return reason == null ? "" : reason;
  }
}
