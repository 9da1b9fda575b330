package ecpay.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What openapi.yaml says of the requests of each operation. */
final class ContractOperations {
  private ContractOperations() {}

  /** By operationId: the method, and a pattern of the path. */
  static Map<String, String> read() throws IOException {
    Pattern path = Pattern.compile("  (/api/\\S+):");
    Pattern method = Pattern.compile("    (get|post|put|patch|delete):");
    Pattern operation = Pattern.compile("      operationId: (\\S+)");
    Map<String, String> operations = new TreeMap<>();
    String where = "";
    String how = "";
    for (String line : text().lines().toList()) {
      Matcher aPath = path.matcher(line);
      Matcher aMethod = method.matcher(line);
      Matcher anOperation = operation.matcher(line);
      if (aPath.matches()) {
        where = aPath.group(1).replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+");
      } else if (aMethod.matches()) {
        how = aMethod.group(1).toUpperCase(Locale.ROOT);
      } else if (anOperation.matches()) {
        operations.put(anOperation.group(1), how + " " + where);
      }
    }
    return operations;
  }

  private static String text() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(ContractOperations.class.getResourceAsStream("/openapi.yaml"))) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
