package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The invoice that a command is about. */
public final class InvoiceId {
  @Parameters(paramLabel = "ID", description = "The id of the invoice.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
