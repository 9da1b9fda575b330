package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.api.JsonInput;
import ecpay.app.command.options.DryRun;
import ecpay.app.command.options.OfferOptions;
import ecpay.app.command.options.OrderId;
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
    description = {"Places orders, shows them, opens their payment forms."})
public final class OrderCommand {
  @Command(
      name = "show",
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
    return api.ask(asked(order, reference));
  }

  @Command(
      name = "place",
      description = {"Places the order whose JSON is on standard input, once per reference."})
  int place(@Mixin ApiOptions api, @Mixin JsonInput input, @Mixin DryRun dryRun)
      throws IOException {
    return api.ask(dryRun.of(Ask.post("orders")).saying(input.read()));
  }

  @Command(
      name = "preview",
      description = {
        "Shows the lines and amounts of an order and the invoice that would follow; changes nothing."
      })
  int preview(@Mixin ApiOptions api, @Mixin JsonInput input) throws IOException {
    return api.ask(Ask.post("orders").dryRun(true).saying(input.read()));
  }

  @Command(
      name = "pay",
      description = "Opens a payment form, or finds the open one; send the buyer to its payUrl.")
  int pay(
      @Mixin ApiOptions api,
      @Mixin OrderId order,
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
        Ask.post("orders", order.id(), "payments")
            .saying(offer.addTo(new Facts().put("methods", methods))));
  }

  @Command(name = "events", description = "What happened to an order, oldest first.")
  int events(@Mixin ApiOptions api, @Mixin OrderId order) {
    return api.ask(Ask.get("orders", order.id(), "events"));
  }

  @Command(
      name = "calls",
      description = "The calls to ECPay that could change something for an order, oldest first.")
  int calls(@Mixin ApiOptions api, @Mixin OrderId order) {
    return api.ask(Ask.get("orders", order.id(), "calls"));
  }

  @Command(
      name = "incidents",
      description = "What a person must look at, of all orders and of none, the newest 100 first.")
  int incidents(
      @Mixin ApiOptions api,
      @Option(
              names = "--before",
              paramLabel = "N",
              description = "Go on behind the incident with that sequence.")
          @Nullable Long before) {
    return api.ask(Ask.get("incidents").with("before", before));
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
