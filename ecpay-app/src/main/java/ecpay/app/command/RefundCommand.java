package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.options.DryRun;
import ecpay.app.command.options.OrderId;
import ecpay.app.command.options.PaymentId;
import ecpay.app.command.options.RefundId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code refund}: gives money back, with the documents that belong to it. */
@Command(
    name = "refund",
    description = {"Gives money back, with the documents that belong to it, and follows it."})
public final class RefundCommand {
  @Command(
      name = "request",
      description = {
        "Gives an order's money back, as the JSON on standard input says, once per reference."
      })
  int request(
      @Mixin ApiOptions api, @Mixin OrderId order, @Mixin JsonInput input, @Mixin DryRun dryRun)
      throws IOException {
    return api.ask(dryRun.of(Ask.post("orders", order.id(), "refunds")).saying(input.read()));
  }

  @Command(
      name = "payment",
      description = {
        "Gives the money of one payment back, such as a second one of the same order, as the JSON"
            + " on standard input says, once per reference."
      })
  int payment(
      @Mixin ApiOptions api, @Mixin PaymentId payment, @Mixin JsonInput input, @Mixin DryRun dryRun)
      throws IOException {
    return api.ask(dryRun.of(Ask.post("payments", payment.id(), "refunds")).saying(input.read()));
  }

  @Command(name = "show", description = "How far a refund has come, step by step.")
  int show(@Mixin ApiOptions api, @Mixin RefundId refund) {
    return api.ask(Ask.get("refunds", refund.id()));
  }

  @Command(
      name = "continue",
      description = "Plans what is left of a refund that stopped anew, and goes on.")
  int proceed(
      @Mixin ApiOptions api,
      @Mixin RefundId refund,
      @Option(
              names = "--on-paper-by",
              paramLabel = "NAME",
              description = {
                "From now on the buyer agrees to its allowances on paper; NAME obtains the",
                "signature. As before unless given."
              })
          @Nullable String owedBy) {
    return api.ask(
        Ask.post("refunds", refund.id(), "continue")
            .saying(
                new Facts()
                    .put("consent", owedBy == null ? null : "paper")
                    .put("signature", new Facts().put("owedBy", owedBy))));
  }

  @Command(name = "cancel", description = "Calls a refund off while no money has moved.")
  int cancel(@Mixin ApiOptions api, @Mixin RefundId refund) {
    return api.ask(Ask.post("refunds", refund.id(), "cancel").saying("{}"));
  }

  @Command(
      name = "paid",
      description = "Says that a person has paid a refund back outside of ECPay's API.")
  int paid(
      @Mixin ApiOptions api,
      @Mixin RefundId refund,
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
        Ask.post("refunds", refund.id(), "paid-by-hand")
            .saying(
                new Facts()
                    .put("by", by)
                    .put("bankReference", bankReference)
                    .put("paidAt", at)
                    .put("note", note)));
  }

  @Command(
      name = "tasks",
      description = "The refunds that wait for a person: to be paid by hand, or stopped.")
  int tasks(@Mixin ApiOptions api) {
    return api.ask(Ask.get("tasks"));
  }

  @Command(name = "card", description = "How the card of a payment stands at ECPay.")
  int card(@Mixin ApiOptions api, @Mixin PaymentId payment) {
    return api.ask(Ask.get("payments", payment.id(), "card"));
  }

  @Command(name = "capture", description = "Takes the money of an authorised card now.")
  int capture(@Mixin ApiOptions api, @Mixin PaymentId payment) {
    return api.ask(Ask.post("payments", payment.id(), "capture").saying("{}"));
  }
}
