package ecpay.app.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; says everything that is wrong with them, without any secret. */
public final class InvalidSettingsException extends RuntimeException {
  private final transient List<String> problems;

  InvalidSettingsException(List<String> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  - " + problem)
            .collect(Collectors.joining("", "the settings cannot be used:", "")));
    this.problems = List.copyOf(problems);
  }

  /** One sentence per problem; each names its setting and what would be right. */
  public List<String> problems() {
    return problems;
  }
}
