package ecpay.app;

import ecpay.app.command.AllowanceCommand;
import ecpay.app.command.CardCommand;
import ecpay.app.command.CheckCommand;
import ecpay.app.command.ContractCommand;
import ecpay.app.command.ExportCommand;
import ecpay.app.command.InvoiceCommand;
import ecpay.app.command.KeyCommand;
import ecpay.app.command.OrderCommand;
import ecpay.app.command.ReconcileCommand;
import ecpay.app.command.RefundCommand;
import ecpay.app.command.TracksCommand;
import ecpay.app.command.debugging.MacCommand;
import ecpay.app.command.debugging.PayloadCommand;
import ecpay.app.command.doctor.DoctorCommand;
import ecpay.app.command.line.CommandLines;
import ecpay.app.command.line.Pipe;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line; {@code --help} tells its commands. */
@Command(
    name = "ecpay",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "The ECPay merchant platform.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:refused, or failed",
      "2:the command line is wrong; nothing was done",
      "3:the platform could not be asked, or it or ECPay failed: ask again"
    },
    subcommands = {
      ServeCommand.class,
      OrderCommand.class,
      InvoiceCommand.class,
      AllowanceCommand.class,
      ContractCommand.class,
      CardCommand.class,
      RefundCommand.class,
      TracksCommand.class,
      ReconcileCommand.class,
      KeyCommand.class,
      CheckCommand.class,
      ExportCommand.class,
      DoctorCommand.class,
      PayloadCommand.class,
      MacCommand.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commands(Pipe.standard()).execute(arguments));
  }

  /** Every command, on those streams. */
  public static CommandLine commands(Pipe pipe) {
    return CommandLines.of(new Main(), pipe);
  }

  /** The version that the build wrote down. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      Properties properties = new Properties();
      try (InputStream file =
          Objects.requireNonNull(Main.class.getResourceAsStream("/version.properties"))) {
        properties.load(file);
      }
      return new String[] {"ecpay " + properties.getProperty("version")};
    }
  }
}
