package ecpay.app.command.line;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A wrong command line: what is wrong, in a line, and where to read how it is right. */
final class WrongUsage implements CommandLine.IParameterExceptionHandler {
  private static final String A_GROUP_ALONE = "Missing required subcommand";

  @Override
  public int handleParseException(ParameterException wrong, String[] words) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String what = String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
    err.println(what);
    if (what.equals(A_GROUP_ALONE)) {
      command.usage(err);
    } else {
      UnmatchedArgumentException.printSuggestions(wrong, err);
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
