package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.options.AllowanceId;
import ecpay.app.command.options.DryRun;
import ecpay.app.command.options.OrderId;
import ecpay.app.command.options.Reason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code allowance}: takes parts of invoices back. */
@Command(
    name = "allowance",
    description = {"Takes parts of invoices back, and follows what becomes of that."})
public final class AllowanceCommand {
  @Command(
      name = "request",
      description = {
        "Takes lines of an order back, as the JSON on standard input says, once per reference."
      })
  int request(
      @Mixin ApiOptions api, @Mixin OrderId order, @Mixin JsonInput input, @Mixin DryRun dryRun)
      throws IOException {
    return api.ask(dryRun.of(Ask.post("orders", order.id(), "allowances")).saying(input.read()));
  }

  @Command(name = "show", description = "What our books say of an allowance.")
  int show(@Mixin ApiOptions api, @Mixin AllowanceId allowance) {
    return api.ask(Ask.get("allowances", allowance.id()));
  }

  @Command(
      name = "cancel",
      description = "Withdraws an online allowance that awaits its buyer's consent.")
  int cancel(
      @Mixin ApiOptions api,
      @Mixin AllowanceId allowance,
      @Mixin Reason reason,
      @Mixin DryRun dryRun) {
    return api.ask(dryRun.of(reason.of(Ask.post("allowances", allowance.id(), "cancel"))));
  }

  @Command(name = "void", description = "Voids an issued allowance.")
  int voidAllowance(
      @Mixin ApiOptions api,
      @Mixin AllowanceId allowance,
      @Mixin Reason reason,
      @Mixin DryRun dryRun) {
    return api.ask(dryRun.of(reason.of(Ask.post("allowances", allowance.id(), "void"))));
  }

  @Command(name = "sign", description = "Records that the buyer signed a paper allowance.")
  int sign(@Mixin ApiOptions api, @Mixin AllowanceId allowance) {
    return api.ask(Ask.post("allowances", allowance.id(), "signature"));
  }

  @Command(name = "settle", description = "Says what became of an allowance whose answer was lost.")
  int settle(
      @Mixin ApiOptions api,
      @Mixin AllowanceId allowance,
      @ArgGroup(multiplicity = "1") Settlement settlement) {
    return api.ask(Ask.post("allowances", allowance.id(), "settle").saying(settlement.json()));
  }

  /** What a person found out about it. */
  static final class Settlement {
    @Option(
        names = "--number",
        required = true,
        paramLabel = "NUMBER",
        description = "It exists at ECPay, under this number.")
    private @Nullable String number;

    @Option(
        names = "--never-happened",
        required = true,
        description = "ECPay never made it; its amount is free again.")
    private boolean neverHappened;

    private String json() {
      return neverHappened
          ? "{\"neverHappened\":true}"
          : new Facts().put("number", number).toString();
    }
  }

  @Command(name = "consent-mail", description = "Sends the mail that asks for consent again.")
  int consentMail(@Mixin ApiOptions api, @Mixin AllowanceId allowance) {
    return api.ask(Ask.post("allowances", allowance.id(), "consent-mail"));
  }
}
