package ecpay.app.command.api;

import ecpay.app.command.line.Pipe;
import ecpay.app.command.line.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command takes its JSON from. */
public final class JsonInput {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Read the JSON (docs/api.md) from this file instead of standard input.")
  private @Nullable Path file;

  private final Pipe pipe;

  public JsonInput(Pipe pipe) {
    this.pipe = pipe;
  }

  /** What the file or the standard input says; the API judges it. */
  public String read() throws IOException {
    if (file == null) {
      if (pipe.terminal()) {
        pipe.err().println("Reading JSON from standard input (Ctrl-D ends it) ...");
      }
      return pipe.read();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return pipe.reading(in).read();
    } catch (IOException unreadable) {
      throw new UnusableFileException("read", file, unreadable);
    }
  }

  /** The same, but an empty object where no file is named. */
  public String readIfNamed() throws IOException {
    return file == null ? "{}" : read();
  }
}
