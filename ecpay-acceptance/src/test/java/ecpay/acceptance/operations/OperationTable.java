package ecpay.acceptance.operations;

import ecpay.acceptance.operations.Operation.Group;
import ecpay.acceptance.rules.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where each operation is called and played, read from the sources: the class that holds its path
 * as ECPay writes it, or is named as the operation of the e-invoice; for a callback, the classes
 * that cite its id.
 */
final class OperationTable {
  private static final String ADAPTER = "ecpay-adapter-http/src/main/";
  private static final String APP = "ecpay-app/src/main/";
  private static final String SANDBOX = "ecpay-sandbox/src/main/";
  private static final String STORIES = "ecpay-acceptance/src/main/java/ecpay/acceptance/story/";
  private static final Pattern INVOICE_OPERATION = Pattern.compile("\\bInvoiceOperation<");

  /** The texts of the Java files by their paths. */
  private final Map<String, String> files = new TreeMap<>();

  OperationTable() {
    for (Path file : Sources.javaFiles()) {
      String path = Sources.relative(file);
      if (!path.endsWith("package-info.java")) {
        files.put(path, Sources.read(file));
      }
    }
  }

  /** The classes of the adapter that call it; of adapter and application that take a callback. */
  List<String> platformOf(Operation operation) {
    return switch (operation.group()) {
      case ECPG, AIO -> holding(ADAPTER, quoted(operation.wire()));
      case INVOICE -> named(operation.name());
      case CALLBACK -> citing(operation, ADAPTER, APP);
    };
  }

  /** The classes of the sandbox that play it. */
  List<String> sandboxOf(Operation operation) {
    return operation.group() == Group.CALLBACK
        ? citing(operation, SANDBOX)
        : holding(SANDBOX, quoted(operation.wire()));
  }

  /** Whether that story's source names the operation's id. */
  boolean isCitedBy(String story, Operation operation) {
    return files.entrySet().stream()
        .filter(file -> isStory(file.getKey(), story))
        .anyMatch(file -> file.getValue().contains(operation.id()));
  }

  boolean hasStory(String story) {
    return files.keySet().stream().anyMatch(path -> isStory(path, story));
  }

  /** In whatever room of the stories it is told. */
  private static boolean isStory(String path, String story) {
    return path.startsWith(STORIES) && path.endsWith("/" + story + ".java");
  }

  private static String quoted(String path) {
    return '"' + path + '"';
  }

  private List<String> holding(String below, String text) {
    return classes(below, file -> file.getValue().contains(text));
  }

  private List<String> named(String operation) {
    return classes(
        ADAPTER,
        file ->
            file.getKey().endsWith("/" + operation + ".java")
                && INVOICE_OPERATION.matcher(file.getValue()).find());
  }

  private List<String> citing(Operation callback, String... parts) {
    return List.of(parts).stream()
        .flatMap(part -> holding(part, callback.id()).stream())
        .sorted()
        .toList();
  }

  private List<String> classes(String below, Predicate<Map.Entry<String, String>> wanted) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().startsWith(below))
        .filter(wanted)
        .map(file -> Sources.className(Path.of(file.getKey())))
        .distinct()
        .toList();
  }

  /** The sections in Markdown, one row for each operation. */
  String markdown(List<Operation> operations) {
    return List.of(Group.values()).stream()
        .map(group -> section(group, operations))
        .collect(Collectors.joining("\n"));
  }

  private String section(Group group, List<Operation> operations) {
    return operations.stream()
        .filter(operation -> operation.group() == group)
        .map(this::row)
        .collect(
            Collectors.joining(
                "\n",
                "## %s\n\n| %s | Platform | Story | Sandbox | On stage |\n|---|---|---|---|---|\n"
                    .formatted(title(group), group == Group.CALLBACK ? "Callback" : "Operation"),
                "\n"));
  }

  private static String title(Group group) {
    return switch (group) {
      case ECPG -> "ECPG, the embedded payment";
      case AIO -> "AIO, the hosted checkout";
      case INVOICE -> "The B2C e-invoice";
      case CALLBACK -> "Callbacks";
    };
  }

  private String row(Operation operation) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            operation.name(),
            cell(platformOf(operation)),
            operation.isTold() ? operation.story() : "not yet",
            cell(sandboxOf(operation)),
            operation.stage());
  }

  private static String cell(List<String> classes) {
    return classes.isEmpty() ? "not yet" : String.join(", ", classes);
  }
}
