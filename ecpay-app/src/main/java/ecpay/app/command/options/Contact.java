package ecpay.app.command.options;

import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who a member is, and where ECPay reaches them. */
public final class Contact {
  @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Their name.")
  private String name = "";

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Where ECPay writes to them; or give --phone.")
  private @Nullable String email;

  @Option(
      names = "--phone",
      paramLabel = "DIGITS",
      description = "Where ECPay calls them; or give --email.")
  private @Nullable String phone;

  /** The wish, with the contact as its body. */
  public Ask of(Ask wish) {
    return wish.saying(new Facts().put("name", name).put("email", email).put("phone", phone));
  }
}
