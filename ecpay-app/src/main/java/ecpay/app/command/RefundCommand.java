package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code refund}: gives money back, with the documents that belong to it. */
@Command(
    name = "refund",
    mixinStandardHelpOptions = true,
    description = {"Gives money back, with the documents that belong to it, and follows it."})
public final class RefundCommand {
  private static final String ID = "The id of the refund.";

  private final Pipe pipe;

  public RefundCommand() {
    this(Pipe.standard());
  }

  RefundCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "request",
      mixinStandardHelpOptions = true,
      description = {
        "Gives an order's money back, as the JSON on standard input says, once per reference."
      })
  int request(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order,
      @Mixin JsonInput input,
      @Option(
              names = "--dry-run",
              description = "Only show the plan, or everything that forbids it.")
          boolean dryRun)
      throws IOException {
    return api.ask(
        pipe, Ask.post("orders", order, "refunds").dryRun(dryRun).saying(input.read(pipe)));
  }

  @Command(
      name = "payment",
      mixinStandardHelpOptions = true,
      description = {
        "Gives the money of one payment back, such as a second one of the same order, as the JSON",
        "on standard input says, once per reference."
      })
  int payment(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "PAYMENT", description = "The id of the payment.") String payment,
      @Mixin JsonInput input,
      @Option(
              names = "--dry-run",
              description = "Only show the plan, or everything that forbids it.")
          boolean dryRun)
      throws IOException {
    return api.ask(
        pipe, Ask.post("payments", payment, "refunds").dryRun(dryRun).saying(input.read(pipe)));
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "How far a refund has come, step by step.")
  int show(@Mixin ApiOptions api, @Parameters(paramLabel = "ID", description = ID) String id) {
    return api.ask(pipe, Ask.get("refunds", id));
  }

  @Command(
      name = "continue",
      mixinStandardHelpOptions = true,
      description = "Plans what is left of a refund that stopped anew, and goes on.")
  int proceed(@Mixin ApiOptions api, @Parameters(paramLabel = "ID", description = ID) String id) {
    return api.ask(pipe, Ask.post("refunds", id, "continue").saying("{}"));
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Calls a refund off while no money has moved.")
  int cancel(@Mixin ApiOptions api, @Parameters(paramLabel = "ID", description = ID) String id) {
    return api.ask(pipe, Ask.post("refunds", id, "cancel").saying("{}"));
  }

  @Command(
      name = "paid",
      mixinStandardHelpOptions = true,
      description = "Says that a person has paid a refund back outside of ECPay's API.")
  int paid(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ID", description = ID) String id,
      @Option(
              names = "--by",
              required = true,
              paramLabel = "NAME",
              description = "Who paid it back.")
          String by,
      @Option(
              names = "--bank-reference",
              required = true,
              paramLabel = "TEXT",
              description = "The bank's number of the transfer.")
          String bankReference,
      @Option(
              names = "--at",
              paramLabel = "TIME",
              description = "When, such as 2026-11-21T12:00:00+08:00; now unless given.")
          @Nullable String at,
      @Option(names = "--note", paramLabel = "TEXT", description = "Anything else.")
          @Nullable String note) {
    return api.ask(
        pipe,
        Ask.post("refunds", id, "paid-by-hand")
            .saying(
                new Facts()
                    .put("by", by)
                    .put("bankReference", bankReference)
                    .put("paidAt", at)
                    .put("note", note)
                    .toString()));
  }

  @Command(
      name = "tasks",
      mixinStandardHelpOptions = true,
      description = "The refunds that wait for a person: to be paid by hand, or stopped.")
  int tasks(@Mixin ApiOptions api) {
    return api.ask(pipe, Ask.get("tasks"));
  }

  @Command(
      name = "card",
      mixinStandardHelpOptions = true,
      description = "How the card of a payment stands at ECPay.")
  int card(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "PAYMENT", description = "The id of the payment.") String payment) {
    return api.ask(pipe, Ask.get("payments", payment, "card"));
  }

  @Command(
      name = "capture",
      mixinStandardHelpOptions = true,
      description = "Takes the money of an authorised card now.")
  int capture(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "PAYMENT", description = "The id of the payment.") String payment) {
    return api.ask(pipe, Ask.post("payments", payment, "capture").saying("{}"));
  }
}
