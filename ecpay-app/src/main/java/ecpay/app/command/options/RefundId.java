package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The refund that a command is about. */
public final class RefundId {
  @Parameters(paramLabel = "ID", description = "The id of the refund.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
