package ecpay.sandbox;

import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code sandbox}: starts an ECPay of one's own and runs until it is interrupted. */
@Command(
    name = "ecpay sandbox",
    mixinStandardHelpOptions = true,
    description = "Runs an ECPay of your own that works without internet.")
public final class SandboxMain implements Callable<Integer> {
  /** The port when none is named. */
  public static final int DEFAULT_PORT = 8090;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before call
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for any. Default: ${DEFAULT-VALUE}")
  private int port = DEFAULT_PORT;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "Address to listen on. The control API knows no password. Default: ${DEFAULT-VALUE}")
  private String bind = "127.0.0.1";

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "Address that pages and links carry. Default: the listening address")
  private String publicUrl = "";

  @Option(
      names = "--route",
      paramLabel = "FROM=TO",
      description =
          "Where a shop's public address really listens, as in"
              + " https://shop.example=http://localhost:8080. May be repeated.")
  private List<String> routes = new ArrayList<>();

  @Option(
      names = "--merchant",
      paramLabel = "SERVICE:ID:KEY:IV",
      description =
          "One more merchant; SERVICE is payment or invoice. May be repeated."
              + " ECPay's public stage merchants are always there.")
  private List<String> merchants = new ArrayList<>();

  @Option(
      names = "--platform",
      paramLabel = "SERVICE:ID=SUB,SUB",
      description = "Makes a merchant a platform, to which the others are bound. May be repeated.")
  private List<String> platforms = new ArrayList<>();

  @Option(
      names = "--deliveries",
      paramLabel = "N",
      description = "How often each callback is delivered at once. Default: ${DEFAULT-VALUE}")
  private int deliveries = 1;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "How often a failed callback is tried in all. Default: ${DEFAULT-VALUE}")
  private int attempts = 4;

  @Option(
      names = "--seconds-between-repeats",
      paramLabel = "SECONDS",
      description = "Time between two attempts. Default: ${DEFAULT-VALUE}")
  private int secondsBetweenRepeats = 10;

  /** The command, to be run by itself or as part of another. */
  public static CommandLine commandLine() {
    return new CommandLine(new SandboxMain()).setParameterExceptionHandler(SandboxMain::wrongUsage);
  }

  private static int wrongUsage(ParameterException wrong, String[] words) {
    var err = wrong.getCommandLine().getErr();
    err.println(wrong.getMessage());
    UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("See: ecpay sandbox --help");
    return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    try (var sandbox = Sandbox.start(options())) {
      print(out, sandbox.url());
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      var address = bind + ":" + port;
      spec.commandLine()
          .getErr()
          .println(
              "sandbox: cannot listen on "
                  + address
                  + ": "
                  + e.getMessage()
                  + "; give --port or --bind another");
      return 1;
    }
  }

  private SandboxOptions options() {
    try {
      var options =
          SandboxOptions.defaults()
              .withBind(bind)
              .withPort(port)
              .withPublicUrl(publicUrl)
              .withDeliveries(deliveries)
              .withRepeats(attempts, secondsBetweenRepeats);
      for (var route : routes) {
        var parts = route.split("=", 2);
        if (parts.length != 2) {
          throw new IllegalArgumentException("--route must be FROM=TO");
        }
        options = options.withRoute(parts[0], parts[1]);
      }
      for (var merchant : merchants) {
        options = options.withMerchant(merchant(merchant));
      }
      for (var platform : platforms) {
        options = withPlatform(options, platform);
      }
      return options;
    } catch (IllegalArgumentException e) {
      var why = e.getMessage();
      throw new ParameterException(spec.commandLine(), why == null ? "bad option" : why);
    }
  }

  private static SandboxOptions withPlatform(SandboxOptions options, String text) {
    var parts = text.split("[:=]", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("--platform must be SERVICE:ID=SUB,SUB");
    }
    return options.withPlatform(service(parts[0]), parts[1], Set.of(parts[2].split(",", -1)));
  }

  private static Merchant merchant(String text) {
    var parts = text.split(":", 4);
    if (parts.length != 4) {
      throw new IllegalArgumentException("--merchant must be SERVICE:ID:KEY:IV");
    }
    return Merchant.ordinary(parts[1], service(parts[0]), parts[2], parts[3]);
  }

  private static Service service(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "payment" -> Service.PAYMENT;
      case "invoice" -> Service.INVOICE;
      default -> throw new IllegalArgumentException("SERVICE must be payment or invoice");
    };
  }

  private static void print(PrintWriter out, String url) {
    out.println("ECPay sandbox " + url);
    out.println("  mailbox    " + url + "/sandbox/mailbox.html");
    out.println("  counter    " + url + "/sandbox/counter.html");
    out.println("  ledger     " + url + "/sandbox/ledger");
    out.println("  journal    " + url + "/sandbox/journal");
    out.println("  script     " + url + "/Scripts/sdk-1.0.0.js");
    out.println("Stop with Ctrl-C.");
    out.flush();
  }
}
