package ecpay.sandbox.field;

/** ECPay's "no" to one request: the business layer's RtnCode and a RtnMsg that names the field. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  public Refusal(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** RtnCode, never 1. */
  public int code() {
    return code;
  }

  /** RtnMsg, at most 200 characters (seeds 001, 003, 004). */
  public String message() {
    var text = getMessage();
    if (text == null) {
      return "";
    }
    return text.length() <= 200 ? text : text.substring(0, 200);
  }
}
