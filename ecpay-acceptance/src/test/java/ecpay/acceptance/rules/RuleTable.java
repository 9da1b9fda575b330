package ecpay.acceptance.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private final Map<String, Map<String, Long>> holders;
  private final Map<String, Map<String, Long>> shows;

  private RuleTable(Map<String, Map<String, Long>> holders, Map<String, Map<String, Long>> shows) {
    this.holders = holders;
    this.shows = shows;
  }

  static RuleTable ofTheSources() {
    Map<String, Map<String, Long>> holders = new TreeMap<>();
    Map<String, Map<String, Long>> shows = new TreeMap<>();
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

  private static void collect(Map<String, Map<String, Long>> table, Path file) {
    String name = Sources.className(file);
    RULE.matcher(Sources.read(file))
        .results()
        .forEach(match ->
            table.computeIfAbsent(match.group(), _ -> new TreeMap<>()).merge(name, 1L, Long::sum));
  }

  /** The classes that hold a rule; empty if none does. */
  List<String> holdersOf(String rule) {
    return List.copyOf(holders.getOrDefault(rule, Map.of()).keySet());
  }

  /** The tests and stories that show a rule; empty if none does. */
  List<String> showsOf(String rule) {
    return List.copyOf(shows.getOrDefault(rule, Map.of()).keySet());
  }

  /** The table in Markdown, one line for each of those rules. */
  String markdown(List<String> rules) {
    return rules.stream()
        .map(rule ->
            "| %s | %s | %s |"
                .formatted(
                    rule,
                    String.join(", ", holdersOf(rule)),
                    shows.getOrDefault(rule, Map.of()).entrySet().stream()
                        .map(RuleTable::counted)
                        .collect(Collectors.joining(", "))))
        .collect(
            Collectors.joining(
                "\n", "| Rule | Held by | Shown by (how often named) |\n|---|---|---|\n", "\n"));
  }

  private static String counted(Map.Entry<String, Long> test) {
    return test.getValue() == 1 ? test.getKey() : test.getKey() + " (" + test.getValue() + ")";
  }
}
