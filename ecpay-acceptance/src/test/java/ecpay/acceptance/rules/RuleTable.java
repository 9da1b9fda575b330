package ecpay.acceptance.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where each rule is held and shown, read from the sources: the classes of the platform that cite
 * it, and the tests and stories that do. The sandbox has rules of its own making and is left out.
 */
final class RuleTable {
  private static final Pattern RULE = Pattern.compile("\\bR-[A-Z]{3}-\\d\\d\\b");
  private static final String SANDBOX = "ecpay-sandbox";
  private static final String ACCEPTANCE = "ecpay-acceptance";

  private final Map<String, Set<String>> holders;
  private final Map<String, Set<String>> shows;

  private RuleTable(Map<String, Set<String>> holders, Map<String, Set<String>> shows) {
    this.holders = holders;
    this.shows = shows;
  }

  static RuleTable ofTheSources() {
    Map<String, Set<String>> holders = new TreeMap<>();
    Map<String, Set<String>> shows = new TreeMap<>();
    for (Path file : Sources.javaFiles()) {
      String path = Sources.relative(file);
      if (path.startsWith(SANDBOX) || path.endsWith("package-info.java")) {
        continue;
      }
      boolean shown = path.contains("/src/test/") || path.startsWith(ACCEPTANCE);
      collect(shown ? shows : holders, file);
    }
    return new RuleTable(holders, shows);
  }

  private static void collect(Map<String, Set<String>> table, Path file) {
    String name = Sources.className(file);
    RULE.matcher(Sources.read(file))
        .results()
        .forEach(match -> table.computeIfAbsent(match.group(), _ -> new TreeSet<>()).add(name));
  }

  /** The classes that hold a rule; empty if none does. */
  List<String> holdersOf(String rule) {
    return List.copyOf(holders.getOrDefault(rule, Set.of()));
  }

  /** The tests and stories that show a rule; empty if none does. */
  List<String> showsOf(String rule) {
    return List.copyOf(shows.getOrDefault(rule, Set.of()));
  }

  /** The table in Markdown, one line for each of those rules. */
  String markdown(List<String> rules) {
    return rules.stream()
        .map(rule ->
            "| %s | %s | %s |"
                .formatted(
                    rule, String.join(", ", holdersOf(rule)), String.join(", ", showsOf(rule))))
        .collect(Collectors.joining("\n", "| Rule | Held by | Shown by |\n|---|---|---|\n", "\n"));
  }
}
