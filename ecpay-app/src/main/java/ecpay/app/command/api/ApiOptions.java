package ecpay.app.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import ecpay.app.command.line.Pipe;
import ecpay.app.command.line.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the platform is, and the key to it, which is never an argument: others could read it. */
public final class ApiOptions {
  public static final String URL = "ECPAY_URL";
  public static final String KEY = "ECPAY_API_KEY";

  private static final String USUAL_URL = "http://127.0.0.1:8080";
  private static final int MOST_BYTES = 1024;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the platform runs. Unless given: " + URL + ", or " + USUAL_URL + ".")
  private @Nullable String url;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "A file that holds the API key. Unless given: the key in " + KEY + ".")
  private @Nullable Path keyFile;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  private final Pipe pipe;

  public ApiOptions(Pipe pipe) {
    this.pipe = pipe;
  }

  /**
   * Carries a request to the platform and its answer to the output.
   *
   * @return the exit code of the command
   */
  public int ask(Ask ask) {
    try (Api api = open()) {
      return api.ask(ask, answers());
    }
  }

  /** Shows what is answered. */
  public Answers answers() {
    return new Answers(pipe);
  }

  /** The platform's API, to be closed. */
  public Api open() {
    return new Api(address(), key());
  }

  private URI address() {
    String given =
        Optional.ofNullable(url)
            .or(() -> Optional.ofNullable(pipe.environment().get(URL)))
            .orElse(USUAL_URL);
    try {
      URI address = URI.create(given.replaceAll("/+$", ""));
      if (address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
          && address.getUserInfo() == null
          && address.getRawQuery() == null) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      throw refusal("the address cannot be read: " + notAnAddress.getMessage());
    }
    throw refusal("the address must be like " + USUAL_URL + " or https://pay.example");
  }

  /** It is never quoted. */
  private String key() {
    String key =
        Optional.ofNullable(keyFile)
            .map(this::read)
            .or(() -> Optional.ofNullable(pipe.environment().get(KEY)))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> refusal("set " + KEY + " to the API key, or give --api-key-file"));
    if (!key.chars().allMatch(letter -> letter > ' ' && letter < 0x7f)) {
      throw refusal(
          "what is given as the API key is none: it is one word, as serve printed it or its file holds it");
    }
    return key;
  }

  private String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw refusal(file + " is too large to hold an API key");
      }
      return new String(bytes, UTF_8);
    } catch (IOException unreadable) {
      throw new UnusableFileException("read", file, unreadable);
    }
  }

  private CommandLine.ParameterException refusal(String message) {
    return new CommandLine.ParameterException(
        Objects.requireNonNull(command).commandLine(), message);
  }
}
