package ecpay.acceptance.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.app.Main;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Somebody at a terminal who types {@code ./ecpay ...}: each command runs in a process of its own,
 * as the launcher runs it.
 */
public final class Terminal {
  private static final int PATIENCE_SECONDS = 60;

  private final URI platform;
  private final String apiKey;

  public Terminal(URI platform, String apiKey) {
    this.platform = platform;
    this.apiKey = apiKey;
  }

  /**
   * What a command came to.
   *
   * @param output what it printed
   * @param errors what it printed on the standard error
   */
  public record Outcome(int exitCode, String output, String errors) {
    /**
     * What it printed, as JSON.
     *
     * @throws StoryFailure with what it said instead
     */
    public JsonNode answer() {
      if (exitCode != 0) {
        throw new StoryFailure("a command ended with " + exitCode + ": " + errors, null);
      }
      return Json.read(output);
    }
  }

  /** Types a command. */
  public Outcome types(String... command) {
    return pipes("", command);
  }

  /**
   * Types a command that reads its standard input.
   *
   * @throws StoryFailure when it takes longer than a minute, or cannot be started
   */
  public Outcome pipes(String input, String... command) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-XX:TieredStopAtLevel=1");
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(List.of(command));
    try {
      return run(line, input);
    } catch (IOException failed) {
      throw new StoryFailure("the command " + command[0] + " cannot be run", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoryFailure("interrupted at the terminal", stopped);
    }
  }

  /** Files take what it prints, so that it never waits for a reader. */
  private Outcome run(List<String> line, String input) throws IOException, InterruptedException {
    Path output = Files.createTempFile("output", ".txt");
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectOutput(output.toFile()).redirectError(errors.toFile());
      builder.environment().put("ECPAY_URL", platform.toString());
      builder.environment().put("ECPAY_API_KEY", apiKey);
      Process process = builder.start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(UTF_8));
      }
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new StoryFailure("a command took longer than a minute", null);
      }
      return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }
}
