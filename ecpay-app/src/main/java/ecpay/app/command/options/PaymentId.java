package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The payment that a command is about. */
public final class PaymentId {
  @Parameters(paramLabel = "PAYMENT", description = "The id of the payment.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
