package ecpay.acceptance.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's own sources, read as text. Tests run in the folder of their module. */
public final class Sources {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Sources() {}

  public static Path docPath(String name) {
    return ROOT.resolve("docs").resolve(name);
  }

  public static String doc(String name) {
    return read(docPath(name));
  }

  /** The ids of that form in a text. */
  static Set<String> ids(Pattern form, String text) {
    return form.matcher(text)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The ids of that form in the Java files below {@code src/<part>} of every module. */
  static Set<String> cited(Pattern form, String part) {
    return modules().stream()
        .map(module -> module.resolve("src").resolve(part))
        .filter(Files::isDirectory)
        .flatMap(Sources::javaFiles)
        .flatMap(file -> ids(form, read(file)).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All Java files of all modules, in the order of their paths. */
  public static List<Path> javaFiles() {
    return modules().stream()
        .map(module -> module.resolve("src"))
        .flatMap(Sources::javaFiles)
        .sorted()
        .toList();
  }

  /** The path below the project, with slashes. */
  public static String relative(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  public static String className(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  private static List<Path> modules() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
