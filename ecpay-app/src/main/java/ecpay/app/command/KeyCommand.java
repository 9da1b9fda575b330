package ecpay.app.command;

import ecpay.app.access.NewKey;
import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.recovery.RecoverKeyCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code key}: the API keys of the merchant. */
@Command(
    name = "key",
    description = "The API keys of the merchant: list them, add one, withdraw one, recover.",
    subcommands = RecoverKeyCommand.class)
public final class KeyCommand {
  @Command(
      name = "list",
      description = "The keys by id and name, with when and by which key each was added.")
  int list(@Mixin ApiOptions api) {
    return api.ask(Ask.get("keys"));
  }

  @Command(name = "add", description = "Makes another key and shows it, this only time.")
  int add(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "NAME", description = "For people: which system uses it.")
          String name) {
    return api.ask(Ask.post("keys").saying(new Facts().put("name", name)));
  }

  @Command(
      name = "withdraw",
      description = "Withdraws a key, at once and everywhere; not the last one.")
  int withdraw(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the key, not the key itself.")
          String id) {
    if (id.startsWith(NewKey.PREFIX)) {
      throw new IllegalArgumentException(
          "that is the key itself, which belongs into no command line; its id stands in the list"
              + " that it asks for (./ecpay key list)");
    }
    return api.ask(Ask.delete("keys", id));
  }

  @Command(
      name = "withdraw-others",
      description = "Withdraws all keys but the one that asks, in one moment.")
  int withdrawOthers(@Mixin ApiOptions api) {
    return api.ask(Ask.post("keys", "withdraw-others"));
  }
}
