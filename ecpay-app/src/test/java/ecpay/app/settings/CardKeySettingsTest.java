package ecpay.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardKeySettingsTest {
  private static final String FIRST = "Zmlyc3Qga2V5LCBvZiB0aGlydHktdHdvIGxldHRlcnM=";
  private static final String SECOND = "c2Vjb25kIGtleSBvZiB0aGlydHktdHdvIGxldHRlcnM=";
  private static final String SECRET = "ThisIsVerySecret1";

  private static Settings settings(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("public-url", "https://shop.example");
    values.put("database.folder", "data");
    values.put("environment", "sandbox");
    values.put("sandbox-url", "http://localhost:9000");
    values.put("merchant.name", "小書店");
    values.put("payment.merchant-id", "3002607");
    values.put("payment.hash-key", SECRET);
    values.put("payment.hash-iv", SECRET);
    values.put("invoice.merchant-id", "2000132");
    values.put("invoice.hash-key", SECRET);
    values.put("invoice.hash-iv", SECRET);
    return Settings.from(values);
  }

  @Test
  void withoutThemThereAreNone() {
    assertThat(settings(Map.of()).cardKeys().current()).isEmpty();
    assertThat(settings(Map.of()).cardKeys().old()).isEmpty();
  }

  @Test
  void oldKeysAreAListBesideTheCurrentOne() {
    var keys =
        settings(Map.of("cards.key", SECOND, "cards.old-keys", FIRST + " , " + SECOND)).cardKeys();
    assertThat(keys.current()).get().extracting(key -> key.name()).isEqualTo(nameOf(SECOND));
    assertThat(keys.old())
        .extracting(key -> key.name())
        .containsExactly(nameOf(FIRST), nameOf(SECOND));
  }

  private static String nameOf(String key) {
    return settings(Map.of("cards.key", key)).cardKeys().current().orElseThrow().name();
  }

  @Test
  void aKeyOfAnotherLengthIsRefusedByNameAndNeverQuoted() {
    for (String setting : new String[] {"cards.key", "cards.old-keys"}) {
      assertThatThrownBy(() -> settings(Map.of(setting, "c2hvcnQ=")))
          .isInstanceOf(InvalidSettingsException.class)
          .hasMessageContaining(setting)
          .hasMessageNotContaining("c2hvcnQ");
    }
    assertThatThrownBy(() -> settings(Map.of("cards.key", FIRST + "," + SECOND)))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("at most 1");
  }
}
