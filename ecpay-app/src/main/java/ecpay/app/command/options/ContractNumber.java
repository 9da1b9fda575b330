package ecpay.app.command.options;

import picocli.CommandLine.Parameters;

/** The contract that a command is about. */
public final class ContractNumber {
  @Parameters(paramLabel = "TRADE-NO", description = "The MerchantTradeNo of its first payment.")
  private String id = "";

  /** As it was given; the platform judges it. */
  public String id() {
    return id;
  }
}
