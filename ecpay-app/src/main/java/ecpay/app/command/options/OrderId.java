package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The order that a command is about. */
public final class OrderId {
  @Parameters(paramLabel = "ORDER", description = "The id of the order.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
