package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The allowance that a command is about. */
public final class AllowanceId {
  @Parameters(paramLabel = "ID", description = "The id of the allowance.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
