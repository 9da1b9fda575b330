package ecpay.app.command.options;

import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import picocli.CommandLine.Option;

/** Why a document is taken back. */
public final class Reason {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why; ECPay keeps it (20 characters at most).")
  private String text = "";

  /** The wish with its reason. */
  public Ask of(Ask wish) {
    return wish.saying(new Facts().put("reason", text));
  }
}
