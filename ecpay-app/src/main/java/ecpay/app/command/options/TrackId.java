package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The track that a command is about. */
public final class TrackId {
  @Parameters(paramLabel = "ID", description = "The id of the track.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
