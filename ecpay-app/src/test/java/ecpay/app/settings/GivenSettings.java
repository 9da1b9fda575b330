package ecpay.app.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings as tests give them: what every platform needs, and sound keys. */
final class GivenSettings {
  static final String SECRET = "ThisIsVerySecret1";

  private GivenSettings() {}

  /** Everything but merchants, to be added to. */
  static Map<String, String> at(String publicUrl) {
    Map<String, String> values = new HashMap<>();
    values.put("public-url", publicUrl);
    values.put("database.folder", "data");
    values.put("environment", "sandbox");
    values.put("sandbox-url", "http://localhost:9000");
    return values;
  }

  /**
   * Adds an account with keys of its own, such as {@code payment} or {@code merchants.own.payment}.
   */
  static void account(Map<String, String> values, String section, String merchantId) {
    values.put(section + ".merchant-id", merchantId);
    values.put(section + ".hash-key", SECRET);
    values.put(section + ".hash-iv", SECRET);
  }

  /** Everything that is wrong with them; nothing when they are sound. */
  static List<String> problems(Map<String, String> values) {
    try {
      Settings.from(values);
      return List.of();
    } catch (InvalidSettingsException invalid) {
      return invalid.problems();
    }
  }
}
