package ecpay.app;

import ecpay.app.command.options.SettingsFile;
import ecpay.app.logs.Logs;
import ecpay.app.settings.InvalidSettingsException;
import ecpay.app.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  @Spec private @Nullable CommandSpec spec;

  @Mixin private final SettingsFile file = new SettingsFile();

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("the command was not parsed");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      Settings settings = file.read(System.getenv());
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
