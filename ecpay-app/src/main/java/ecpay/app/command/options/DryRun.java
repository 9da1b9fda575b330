package ecpay.app.command.options;

import ecpay.app.command.api.Ask;
import picocli.CommandLine.Option;

/** Whether a wish is only rehearsed. */
public final class DryRun {
  @Option(
      names = "--dry-run",
      description = "Only show what would be done, or everything that forbids it.")
  private boolean wanted;

  /** The wish, or the rehearsal of it. */
  public Ask of(Ask wish) {
    return wish.dryRun(wanted);
  }
}
