package ecpay.app.settings;

import ecpay.domain.rule.RuleViolationException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads single settings and collects what is wrong with them; a wrong one reads as a stand-in. */
final class Values {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h)");
  private static final URI NOWHERE = URI.create("http://localhost");

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Map<String, String> values;

  /** The merchant whose section is read first; empty for what is not in sections. */
  private final String section;

  /** Each once: several settings may follow from one that is missing. */
  private final Set<String> problems;

  Values(Map<String, String> values) {
    this(values, "", new LinkedHashSet<>());
    Set<String> known = new HashSet<>();
    for (Setting setting : Setting.values()) {
      known.add(setting.key());
    }
    for (String merchant : merchants(values)) {
      Setting.ofMerchants().forEach(setting -> known.add(setting.keyOf(merchant)));
    }
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> problems.add(name + ": " + unknown(name)));
  }

  private Values(Map<String, String> values, String section, Set<String> problems) {
    this.values = values;
    this.section = section;
    this.problems = problems;
  }

  private static String unknown(String name) {
    return name.startsWith("merchants.")
        ? "there is no such setting of a merchant, or none of this name in merchants"
        : "there is no such setting";
  }

  /** The names in the list of merchants, as they stand. */
  static List<String> merchants(Map<String, String> values) {
    String names = values.getOrDefault(Setting.MERCHANTS.key(), "").strip();
    return names.isEmpty() ? List.of() : List.of(COMMA.split(names, -1));
  }

  List<String> merchants() {
    return merchants(values);
  }

  /** The same settings as one of several merchants has them; problems are kept together. */
  Values of(String merchant) {
    return new Values(values, merchant, problems);
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(List.copyOf(problems));
    }
  }

  /** Reports a setting with its value, unless that is secret, and what would be right. */
  void refuse(Setting setting, String right) {
    String value = text(setting);
    String shown = value.isEmpty() ? "(missing)" : setting.isSecret() ? "(hidden)" : value;
    String key = key(setting);
    problems.add(key + " = " + shown + " (or " + Setting.variable(key) + "): " + right);
  }

  boolean isGiven(Setting setting) {
    return !text(setting).isEmpty();
  }

  boolean isFallback(Setting setting) {
    return text(setting).equals(setting.fallback());
  }

  String text(Setting setting) {
    return values.getOrDefault(key(setting), setting.fallback()).strip();
  }

  /** Where a setting is read: a choice that the merchant's section leaves open is everybody's. */
  private String key(Setting setting) {
    boolean own = !section.isEmpty() && setting.isOwn();
    boolean chosen =
        !section.isEmpty() && setting.isChoice() && values.containsKey(setting.keyOf(section));
    return own || chosen ? setting.keyOf(section) : setting.key();
  }

  String required(Setting setting, String right) {
    if (!isGiven(setting)) {
      refuse(setting, right);
    }
    return text(setting);
  }

  int number(Setting setting, int least, int most) {
    try {
      int number = Integer.parseInt(text(setting));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // refused below, like a number out of range
    }
    refuse(setting, "a whole number from " + least + " to " + most);
    return least;
  }

  boolean flag(Setting setting) {
    String text = text(setting);
    if (!text.equals("true") && !text.equals("false")) {
      refuse(setting, "true or false");
    }
    return text.equals("true");
  }

  /** A length of time, at least a millisecond and at most a day. */
  Duration duration(Setting setting) {
    return parsed(setting)
        .orElseGet(() -> {
          refuse(setting, "a time such as 500ms, 35s, 15m or 1h, at most a day");
          return Duration.ofSeconds(1);
        });
  }

  /** A time between two others, both included; {@code right} says which. */
  Duration duration(Setting setting, Duration least, Duration most, String right) {
    return parsed(setting)
        .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0)
        .orElseGet(() -> {
          refuse(setting, right);
          return most;
        });
  }

  private Optional<Duration> parsed(Setting setting) {
    Matcher matcher = DURATION.matcher(text(setting));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofHours(count);
        };
    return Optional.of(duration)
        .filter(time -> time.isPositive() && time.compareTo(Duration.ofDays(1)) <= 0);
  }

  <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
    String wanted = text(setting).toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    refuse(
        setting,
        "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ")));
    return type.getEnumConstants()[0];
  }

  /** An address of scheme, host and perhaps a port, given without a path. */
  URI origin(Setting setting) {
    String text = text(setting);
    String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    Optional<URI> uri = uri(trimmed);
    if (uri.isPresent() && uri.get().getRawPath().isEmpty() && uri.get().getRawQuery() == null) {
      return uri.get();
    }
    refuse(
        setting, "an address of scheme and ASCII host and no path, such as https://shop.example");
    return NOWHERE;
  }

  List<URI> addresses(Setting setting) {
    List<URI> found = new ArrayList<>();
    for (String text : text(setting).split(",", -1)) {
      Optional<URI> uri = uri(text.strip());
      if (uri.isEmpty()) {
        refuse(setting, "http or https addresses, separated by commas");
        return List.of();
      }
      found.add(uri.get());
    }
    return found;
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain = uri.getUserInfo() == null && uri.getFragment() == null;
      return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  Optional<InetSocketAddress> hostAndPort(Setting setting) {
    if (!isGiven(setting)) {
      return Optional.empty();
    }
    Optional<URI> uri = uri("http://" + text(setting));
    if (uri.isPresent() && uri.get().getPort() > 0 && uri.get().getRawPath().isEmpty()) {
      return Optional.of(
          InetSocketAddress.createUnresolved(uri.get().getHost(), uri.get().getPort()));
    }
    refuse(setting, "host:port, such as proxy.example:3128");
    return Optional.empty();
  }

  Optional<Path> path(Setting setting) {
    try {
      return isGiven(setting) ? Optional.of(Path.of(text(setting))) : Optional.empty();
    } catch (InvalidPathException _) {
      refuse(setting, "a path of this machine");
      return Optional.empty();
    }
  }

  /** Builds something of the domain; what it refuses is reported under the setting. */
  <T> Optional<T> domain(Setting setting, Supplier<T> build) {
    try {
      return Optional.of(build.get());
    } catch (RuleViolationException broken) {
      broken
          .violations()
          .forEach(
              violation -> refuse(setting, violation.message() + " (" + violation.rule() + ")"));
      return Optional.empty();
    }
  }
}
