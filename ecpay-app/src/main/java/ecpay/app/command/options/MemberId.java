package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The member that a command is about. */
public final class MemberId {
  @Parameters(index = "0", paramLabel = "MEMBER", description = "Your own id of the member.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
