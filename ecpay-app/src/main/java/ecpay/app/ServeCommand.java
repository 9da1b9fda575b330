package ecpay.app;

import ecpay.app.logs.Logs;
import ecpay.app.settings.InvalidSettingsException;
import ecpay.app.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the service itself. */
@Command(
    name = "serve",
    description = {
      "Runs the service until it is told to stop (Ctrl-C, SIGTERM); then it finishes what is in"
          + " flight. Settings come from a properties file and from the environment, which wins:"
          + " the setting http.port is ECPAY_HTTP_PORT there."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final String FILE_VARIABLE = "ECPAY_SETTINGS";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Properties file; or name it in " + FILE_VARIABLE + ".")
  private @Nullable Path file;

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("the command was not parsed");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Map<String, String> environment = System.getenv();
    Optional<Path> path =
        Optional.ofNullable(file)
            .or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of));
    try {
      Settings settings = Settings.load(path, environment);
      Logs.use(settings.logFormat());
      run(Platform.start(settings), settings, out);
      return 0;
    } catch (InvalidSettingsException invalid) {
      err.println(invalid.getMessage());
      return 1;
    } catch (RuntimeException notStarted) {
      LOG.debug("not started", notStarted);
      err.println("cannot start: " + notStarted.getMessage());
      return 1;
    }
  }

  private static void run(Platform platform, Settings settings, PrintWriter out)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, stopped), "stop"));
    out.println("Serving " + platform.url());
    for (Settings.Shop shop : settings.shops()) {
      String key = platform.newApiKeys().get(shop.merchant().id());
      if (key != null) {
        out.println(announcement(shop, key));
      }
    }
    out.flush();
    stopped.await();
  }

  private static void stop(Platform platform, CountDownLatch stopped) {
    platform.close();
    stopped.countDown();
  }

  private static String announcement(Settings.Shop shop, String key) {
    String whose = " of " + shop.merchant().id();
    return shop.apiKeyFile()
        .map(path -> "A new API key" + whose + " was written to " + path)
        .orElse("API key" + whose + ", shown only this once: " + key);
  }
}
