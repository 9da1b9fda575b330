package ecpay.acceptance.edge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecpay.app.settings.InvalidSettingsException;
import ecpay.app.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Test keys never meet real money, and real keys never meet the test servers (R-TRN-08). */
class EnvironmentsTest {
  private static Map<String, String> settings(String environment, String key, String iv) {
    Map<String, String> settings = new HashMap<>();
    settings.put("environment", environment);
    settings.put("public-url", "https://shop.example");
    settings.put("database.folder", "unused");
    settings.put("merchant.name", "Tea House");
    for (String service : new String[] {"payment", "invoice"}) {
      settings.put(service + ".merchant-id", "3002607");
      settings.put(service + ".hash-key", key);
      settings.put(service + ".hash-iv", iv);
    }
    return settings;
  }

  @Test
  void thePublicTestKeysAreRefusedInProductionWithoutBeingQuoted() {
    assertThatThrownBy(
            () -> Settings.from(settings("production", "pwFHCqoQZGmho4w6", "EkRm7iFT261dpevs")))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("payment.hash-key")
        .hasMessageContaining("R-TRN-08")
        .hasMessageNotContaining("pwFHCqoQZGmho4w6");
  }

  @Test
  void otherKeysAreRefusedOnStage() {
    assertThatThrownBy(
            () -> Settings.from(settings("stage", "ourProductionKey", "ourProductionIvx")))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("R-TRN-08")
        .hasMessageNotContaining("ourProductionKey");
  }
}
