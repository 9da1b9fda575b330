package ecpay.app.command.options;

import ecpay.app.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The platform's settings, for a command that has them itself instead of asking a platform. */
public final class SettingsFile {
  private static final String VARIABLE = "ECPAY_SETTINGS";

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Properties file; or name it in " + VARIABLE + ".")
  private @Nullable Path file;

  /**
   * The settings of that file and of the environment, which wins.
   *
   * @throws ecpay.app.settings.InvalidSettingsException with everything that is wrong with them
   */
  public Settings read(Map<String, String> environment) {
    Optional<Path> named =
        Optional.ofNullable(file)
            .or(() -> Optional.ofNullable(environment.get(VARIABLE)).map(Path::of));
    return Settings.load(named, environment);
  }
}
