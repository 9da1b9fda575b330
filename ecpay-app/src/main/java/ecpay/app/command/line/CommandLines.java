package ecpay.app.command.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** How every command line of ours behaves: words in any case, one line for an error. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * Exit codes: 0 done, 1 refused or failed, 2 wrong usage, an {@link IllegalArgumentException}
   * included; commands that ask the platform add 3: it could not be asked.
   */
  public static CommandLine of(Object command, Pipe pipe) {
    return new CommandLine(command, new WithPipe(pipe))
        .setOut(new PrintWriter(pipe.out(), true, UTF_8))
        .setErr(new PrintWriter(pipe.err(), true, UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new WrongUsage())
        .setExecutionExceptionHandler((failure, line, _) -> {
          line.getErr().println(reason(failure));
          return failure instanceof IllegalArgumentException ? 2 : 1;
        });
  }

  private static String reason(Exception failure) {
    String message = failure.getMessage();
    boolean forPeople =
        failure instanceof IOException || failure instanceof IllegalArgumentException;
    return forPeople && message != null
        ? message
        : failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
