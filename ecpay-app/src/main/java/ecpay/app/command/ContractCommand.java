package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.options.ContractNumber;
import ecpay.app.command.options.OrderId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code contract}: cards that are charged again and again. */
@Command(
    name = "contract",
    description = "Periodic contracts: how they stand, stop one, try a refused charge again.")
public final class ContractCommand {
  @Command(name = "list", description = "The contracts that began with an order.")
  int list(@Mixin ApiOptions api, @Mixin OrderId order) {
    return api.ask(Ask.get("orders", order.id(), "contracts"));
  }

  @Command(name = "show", description = "How a contract stands, with all its charges.")
  int show(@Mixin ApiOptions api, @Mixin ContractNumber contract) {
    return api.ask(Ask.get("contracts", contract.id()));
  }

  @Command(
      name = "cancel",
      description = "Stops a contract for good; what was charged stays charged.")
  int cancel(@Mixin ApiOptions api, @Mixin ContractNumber contract) {
    return api.ask(Ask.post("contracts", contract.id(), "cancel"));
  }

  @Command(
      name = "reauthorize",
      description = "Has the latest refused charge tried again; its result comes from ECPay later.")
  int reauthorize(@Mixin ApiOptions api, @Mixin ContractNumber contract) {
    return api.ask(Ask.post("contracts", contract.id(), "reauthorize"));
  }
}
