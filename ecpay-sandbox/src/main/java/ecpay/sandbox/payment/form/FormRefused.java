package ecpay.sandbox.payment.form;

/** What the form tells the buyer. */
public final class FormRefused extends Exception {
  private static final long serialVersionUID = 1L;

  public FormRefused(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    var reason = getMessage();
    return reason == null ? "" : reason;
  }
}
