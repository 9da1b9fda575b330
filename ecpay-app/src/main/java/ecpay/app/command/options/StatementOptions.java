package ecpay.app.command.options;

import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which statement file of which days. */
public final class StatementOptions {
  @Option(
      names = "--kind",
      paramLabel = "FILE",
      description = "TradeNoAio, QueryTradeMedia or FundingReconDetail.")
  private @Nullable String kind;

  @Option(names = "--from", paramLabel = "DAY", description = "The first day, such as 2026-11-21.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "The last day, at most a month later; the first unless given.")
  private @Nullable String to;

  /** In the query. */
  public Ask of(Ask ask) {
    return ask.with("file", kind).with("from", from).with("to", to);
  }

  /** In the body. */
  public Ask asJson(Ask ask) {
    return ask.saying(new Facts().put("file", kind).put("from", from).put("to", to));
  }
}
