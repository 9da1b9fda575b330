package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.line.Pipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code contract}: cards that are charged again and again. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    description = "Periodic contracts: how they stand, stop one, try a refused charge again.")
public final class ContractCommand {
  private static final String NUMBER = "The MerchantTradeNo of its first payment.";

  private final Pipe pipe;

  public ContractCommand() {
    this(Pipe.standard());
  }

  ContractCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The contracts that began with an order.")
  int list(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order) {
    return api.ask(pipe, Ask.get("orders", order, "contracts"));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "How a contract stands, with all its charges.")
  int show(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "TRADE-NO", description = NUMBER) String contract) {
    return api.ask(pipe, Ask.get("contracts", contract));
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Stops a contract for good; what was charged stays charged.")
  int cancel(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "TRADE-NO", description = NUMBER) String contract) {
    return api.ask(pipe, Ask.post("contracts", contract, "cancel"));
  }

  @Command(
      name = "reauthorize",
      mixinStandardHelpOptions = true,
      description = "Has the latest refused charge tried again; its result comes from ECPay later.")
  int reauthorize(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "TRADE-NO", description = NUMBER) String contract) {
    return api.ask(pipe, Ask.post("contracts", contract, "reauthorize"));
  }
}
