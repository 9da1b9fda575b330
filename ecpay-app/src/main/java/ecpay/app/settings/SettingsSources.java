package ecpay.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where settings come from. */
final class SettingsSources {
  private SettingsSources() {}

  static Map<String, String> merge(Optional<Path> file, Map<String, String> environment) {
    Map<String, String> values = new LinkedHashMap<>();
    file.ifPresent(path -> values.putAll(properties(path)));
    for (Setting setting : Setting.values()) {
      override(values, setting.key(), environment);
    }
    for (String merchant : Values.merchants(values)) {
      Setting.ofMerchants()
          .forEach(setting -> override(values, setting.keyOf(merchant), environment));
    }
    return values;
  }

  private static void override(
      Map<String, String> values, String key, Map<String, String> environment) {
    String value = environment.get(Setting.variable(key));
    if (value != null) {
      values.put(key, value);
    }
  }

  private static Map<String, String> properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new InvalidSettingsException(
          List.of(
              "the file "
                  + file
                  + " cannot be read as UTF-8 properties: "
                  + why(file, unreadable)));
    }
    Map<String, String> values = new LinkedHashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }

  /** Never what the file says: a password may stand where it cannot be read. */
  private static String why(Path file, Exception unreadable) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    return switch (unreadable) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "whoever runs this may not read it";
      case CharacterCodingException _ -> "it is not UTF-8";
      case IllegalArgumentException _ -> "a \\u in it needs four hexadecimal digits";
      default -> unreadable.getClass().getSimpleName();
    };
  }
}
