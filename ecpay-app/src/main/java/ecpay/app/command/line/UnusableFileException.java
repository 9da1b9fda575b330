package ecpay.app.command.line;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a command was given and cannot use. */
public final class UnusableFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Says so in a line.
   *
   * @param use what was to be done with it: read, write
   */
  public UnusableFileException(String use, Path file, IOException why) {
    super("cannot " + use + " " + file + ": " + reason(why), why);
  }

  private static String reason(IOException why) {
    return switch (why) {
      case NoSuchFileException _ -> "no such file or folder";
      case AccessDeniedException _ -> "that is not allowed";
      default -> String.valueOf(why.getMessage());
    };
  }
}
