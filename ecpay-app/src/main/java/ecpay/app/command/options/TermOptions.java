package ecpay.app.command.options;

import ecpay.app.command.api.Ask;
import ecpay.app.command.api.Facts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A two-month term; the current one unless both are given. */
public final class TermOptions {
  @Option(names = "--year", paramLabel = "N", description = "ROC year, such as 115 for 2026.")
  private @Nullable Integer year;

  @Option(
      names = "--term",
      paramLabel = "N",
      description = {
        "1 for January and February to 6 for November and December. Unless year and term are"
            + " given: the current one."
      })
  private @Nullable Integer number;

  public Ask of(Ask ask) {
    return ask.with("year", year).with("term", number);
  }

  public Facts into(Facts facts) {
    return facts.put("year", year).put("term", number);
  }
}
