package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code allowance}: takes parts of invoices back. */
@Command(
    name = "allowance",
    mixinStandardHelpOptions = true,
    description = {"Takes parts of invoices back, and follows what becomes of that."})
public final class AllowanceCommand {
  private final Pipe pipe;

  public AllowanceCommand() {
    this(Pipe.standard());
  }

  AllowanceCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "request",
      mixinStandardHelpOptions = true,
      description = {
        "Takes lines of an order back, as the JSON on standard input says, once per reference."
      })
  int request(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order,
      @Mixin JsonInput input,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun)
      throws IOException {
    return api.ask(
        pipe, Ask.post("orders", order, "allowances").dryRun(dryRun).saying(input.read(pipe)));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "What our books say of an allowance.")
  int show(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the allowance.") String id) {
    return api.ask(pipe, Ask.get("allowances", id));
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Withdraws an online allowance that awaits its buyer's consent.")
  int cancel(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the allowance.") String id,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; ECPay keeps it (20 characters at most).")
          String reason,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun) {
    return api.ask(
        pipe,
        Ask.post("allowances", id, "cancel")
            .dryRun(dryRun)
            .saying(new Facts().put("reason", reason).toString()));
  }

  @Command(
      name = "void",
      mixinStandardHelpOptions = true,
      description = "Voids an issued allowance.")
  int voidAllowance(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the allowance.") String id,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; ECPay keeps it (20 characters at most).")
          String reason,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun) {
    return api.ask(
        pipe,
        Ask.post("allowances", id, "void")
            .dryRun(dryRun)
            .saying(new Facts().put("reason", reason).toString()));
  }

  @Command(
      name = "sign",
      mixinStandardHelpOptions = true,
      description = "Records that the buyer signed a paper allowance.")
  int sign(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the allowance.") String id) {
    return api.ask(pipe, Ask.post("allowances", id, "signature"));
  }

  @Command(
      name = "settle",
      mixinStandardHelpOptions = true,
      description = "Says what became of an allowance whose answer was lost.")
  int settle(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the allowance.") String id,
      @ArgGroup(multiplicity = "1") Settlement settlement) {
    return api.ask(pipe, Ask.post("allowances", id, "settle").saying(settlement.json()));
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

  @Command(
      name = "consent-mail",
      mixinStandardHelpOptions = true,
      description = "Sends the mail that asks for consent again.")
  int consentMail(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = "The id of the allowance.") String id) {
    return api.ask(pipe, Ask.post("allowances", id, "consent-mail"));
  }
}
