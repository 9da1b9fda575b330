package ecpay.acceptance.architecture;

import ecpay.acceptance.rules.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a reader takes in at one sitting: a file of 300 lines, a room of 20 classes. */
final class Sizes {
  static final int MOST_LINES = 300;
  static final int MOST_CLASSES = 20;

  private Sizes() {}

  static List<Path> longFiles(List<Path> files) {
    return files.stream().filter(file -> Sources.read(file).lines().count() > MOST_LINES).toList();
  }

  /** The folders that hold too many of these files; what only describes a room does not count. */
  static List<Path> crowdedRooms(List<Path> files) {
    return files.stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .collect(Collectors.groupingBy(file -> file.resolveSibling(""), Collectors.counting()))
        .entrySet()
        .stream()
        .filter(room -> room.getValue() > MOST_CLASSES)
        .map(room -> room.getKey())
        .toList();
  }
}
