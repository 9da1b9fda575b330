package ecpay.app.command;

import java.io.IOException;
import picocli.CommandLine;

/** How every command line of ours behaves: words in any case, one line for an error. */
public final class CommandLines {
  private CommandLines() {}

  /** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
  public static CommandLine of(Object command) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((failure, line, _) -> {
          line.getErr().println(reason(failure));
          return 1;
        });
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    return failure instanceof IOException && message != null
        ? message
        : failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
