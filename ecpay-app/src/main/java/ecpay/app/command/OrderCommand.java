package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code order}: places orders, shows them, opens their payment forms. */
@Command(
    name = "order",
    mixinStandardHelpOptions = true,
    description = {"Places orders, shows them, opens their payment forms."})
public final class OrderCommand {
  private final Pipe pipe;

  public OrderCommand() {
    this(Pipe.standard());
  }

  OrderCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Everything about an order: lines, payments, invoices, allowances, incidents.")
  int show(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", arity = "0..1", description = "The id of the order.")
          @Nullable String order,
      @Option(
              names = "--reference",
              paramLabel = "TEXT",
              description = "Your own number of it, in place of the id.")
          @Nullable String reference) {
    return api.ask(pipe, asked(order, reference));
  }

  @Command(
      name = "place",
      mixinStandardHelpOptions = true,
      description = {"Places the order whose JSON is on standard input, once per reference."})
  int place(
      @Mixin ApiOptions api,
      @Mixin JsonInput input,
      @Option(
              names = "--dry-run",
              description = "Only show what would be done, or everything that forbids it.")
          boolean dryRun)
      throws IOException {
    return api.ask(pipe, Ask.post("orders").dryRun(dryRun).saying(input.read(pipe)));
  }

  @Command(
      name = "preview",
      mixinStandardHelpOptions = true,
      description = {
        "Shows the lines and amounts of an order and the invoice that would follow; changes nothing."
      })
  int preview(@Mixin ApiOptions api, @Mixin JsonInput input) throws IOException {
    return api.ask(pipe, Ask.post("orders").dryRun(true).saying(input.read(pipe)));
  }

  @Command(
      name = "pay",
      mixinStandardHelpOptions = true,
      description = "Opens a payment form, or finds the open one; send the buyer to its payUrl.")
  int pay(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order,
      @Option(
              names = "--method",
              split = ",",
              paramLabel = "METHOD",
              description =
                  "card (unless given), instalments, flexible_instalments, union_pay, apple_pay,"
                      + " atm, cvs_code, cvs_barcode; on ECPay's page also web_atm, twqr, bnpl,"
                      + " weixin, digital_payment; may be repeated.")
          @Nullable List<String> methods,
      @Mixin OfferOptions offer) {
    return api.ask(
        pipe,
        Ask.post("orders", order, "payments")
            .saying(offer.addTo(new Facts().put("methods", methods)).toString()));
  }

  @Command(
      name = "events",
      mixinStandardHelpOptions = true,
      description = "What happened to an order, oldest first.")
  int events(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order) {
    return api.ask(pipe, Ask.get("orders", order, "events"));
  }

  @Command(
      name = "calls",
      mixinStandardHelpOptions = true,
      description = "The calls to ECPay that could change something for an order, oldest first.")
  int calls(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order) {
    return api.ask(pipe, Ask.get("orders", order, "calls"));
  }

  @Command(
      name = "incidents",
      mixinStandardHelpOptions = true,
      description = "What a person must look at, of all orders and of none, the newest 100 first.")
  int incidents(
      @Mixin ApiOptions api,
      @Option(
              names = "--before",
              paramLabel = "N",
              description = "Go on behind the incident with that sequence.")
          @Nullable Long before) {
    return api.ask(pipe, Ask.get("incidents").with("before", before));
  }

  private static Ask asked(@Nullable String order, @Nullable String reference) {
    if ((order == null) == (reference == null)) {
      throw new IllegalArgumentException("give the id of the order, or --reference");
    }
    return order == null
        ? Ask.get("orders").with("reference", reference)
        : Ask.get("orders", order);
  }
}
