package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.options.Contact;
import ecpay.app.command.options.MemberId;
import ecpay.app.command.options.OrderId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card}: the cards of members. */
@Command(
    name = "card",
    description = "Members' cards: bind one, list them, pay with one, delete one.")
public final class CardCommand {
  @Command(name = "bind", description = "Opens a form for a card; send the member to its bindUrl.")
  int bind(@Mixin ApiOptions api, @Mixin MemberId member, @Mixin Contact contact) {
    return api.ask(contact.of(Ask.post("members", member.id(), "cards")));
  }

  @Command(name = "list", description = "The cards of a member, oldest first.")
  int list(@Mixin ApiOptions api, @Mixin MemberId member) {
    return api.ask(Ask.get("members", member.id(), "cards"));
  }

  @Command(name = "delete", description = "Deletes a card; it cannot be paid with any more.")
  int delete(
      @Mixin ApiOptions api,
      @Mixin MemberId member,
      @Parameters(index = "1", paramLabel = "CARD", description = "The id of the card.")
          String card) {
    return api.ask(Ask.delete("members", member.id(), "cards", card));
  }

  @Command(
      name = "page",
      description = "A token for ECPay's own page, where the member views and deletes cards.")
  int page(@Mixin ApiOptions api, @Mixin MemberId member, @Mixin Contact contact) {
    return api.ask(contact.of(Ask.post("members", member.id(), "card-page")));
  }

  @Command(
      name = "pay",
      description = "Charges a card for an order; send the buyer to bankUrl if there is one.")
  int pay(
      @Mixin ApiOptions api,
      @Mixin OrderId order,
      @Option(
              names = "--member",
              required = true,
              paramLabel = "MEMBER",
              description = "Your own id of the member.")
          String member,
      @Option(
              names = "--card",
              required = true,
              paramLabel = "CARD",
              description = "The id of the card.")
          String card,
      @Option(
              names = "--beside",
              paramLabel = "PAYMENT",
              description =
                  "An earlier attempt that may still be paid; charge the card all the same.")
          @Nullable String beside) {
    return api.ask(
        Ask.post("orders", order.id(), "card-payments")
            .saying(new Facts().put("member", member).put("card", card).put("beside", beside)));
  }
}
