package ecpay.app.command;

import ecpay.app.command.api.ApiOptions;
import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import ecpay.app.command.line.Pipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code card}: the cards of members. */
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    description = "Members' cards: bind one, list them, pay with one, delete one.")
public final class CardCommand {
  private static final String MEMBER = "Your own id of the member.";

  private final Pipe pipe;

  public CardCommand() {
    this(Pipe.standard());
  }

  CardCommand(Pipe pipe) {
    this.pipe = pipe;
  }

  @Command(
      name = "bind",
      mixinStandardHelpOptions = true,
      description = "Opens a form for a card; send the member to its bindUrl.")
  int bind(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "MEMBER", description = MEMBER) String member,
      @Option(names = "--name", required = true, paramLabel = "TEXT", description = "The name.")
          String name,
      @Option(names = "--email", paramLabel = "ADDRESS", description = "An address, or a phone.")
          @Nullable String email,
      @Option(names = "--phone", paramLabel = "DIGITS", description = "A phone, or an address.")
          @Nullable String phone) {
    return api.ask(pipe, Ask.post("members", member, "cards").saying(contact(name, email, phone)));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "The cards of a member, oldest first.")
  int list(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "MEMBER", description = MEMBER) String member) {
    return api.ask(pipe, Ask.get("members", member, "cards"));
  }

  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Deletes a card; it cannot be paid with any more.")
  int delete(
      @Mixin ApiOptions api,
      @Parameters(index = "0", paramLabel = "MEMBER", description = MEMBER) String member,
      @Parameters(index = "1", paramLabel = "CARD", description = "The id of the card.")
          String card) {
    return api.ask(pipe, Ask.delete("members", member, "cards", card));
  }

  @Command(
      name = "page",
      mixinStandardHelpOptions = true,
      description = "A token for ECPay's own page, where the member views and deletes cards.")
  int page(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "MEMBER", description = MEMBER) String member,
      @Option(names = "--name", required = true, paramLabel = "TEXT", description = "The name.")
          String name,
      @Option(names = "--email", paramLabel = "ADDRESS", description = "An address, or a phone.")
          @Nullable String email,
      @Option(names = "--phone", paramLabel = "DIGITS", description = "A phone, or an address.")
          @Nullable String phone) {
    return api.ask(
        pipe, Ask.post("members", member, "card-page").saying(contact(name, email, phone)));
  }

  @Command(
      name = "pay",
      mixinStandardHelpOptions = true,
      description = "Charges a card for an order; send the buyer to bankUrl if there is one.")
  int pay(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "ORDER", description = "The id of the order.") String order,
      @Option(names = "--member", required = true, paramLabel = "MEMBER", description = MEMBER)
          String member,
      @Option(
              names = "--card",
              required = true,
              paramLabel = "CARD",
              description = "The id of the card.")
          String card) {
    return api.ask(
        pipe,
        Ask.post("orders", order, "card-payments")
            .saying(new Facts().put("member", member).put("card", card).toString()));
  }

  private static String contact(String name, @Nullable String email, @Nullable String phone) {
    return new Facts().put("name", name).put("email", email).put("phone", phone).toString();
  }
}
