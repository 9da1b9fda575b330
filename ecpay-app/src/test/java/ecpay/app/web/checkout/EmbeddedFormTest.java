package ecpay.app.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.settings.Settings;
import ecpay.domain.payment.CheckoutToken;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedFormTest {
  private static final Settings.Checkout STAGE =
      new Settings.Checkout(
          List.of(URI.create("https://ecpay.example/sdk.js")), List.of(), "Stage");
  private static final Instant AFTERNOON = Instant.parse("2026-11-21T07:05:00Z");

  @Test
  void itSaysToEcpaysScriptWhatThatNeedsAndTellsTheTimeInTaipei() {
    EmbeddedForm form = EmbeddedForm.of(new CheckoutToken("fake-token"), AFTERNOON, STAGE);
    assertThat(form.token()).isEqualTo("fake-token");
    assertThat(form.environment()).isEqualTo("Stage");
    assertThat(form.usableUntil()).isEqualTo("2026-11-21 15:05:00");
    assertThat(form.scripts()).containsExactly("https://ecpay.example/sdk.js");
  }

  @Test
  void theTokenStaysOutOfWhatIsWrittenOfAPageThatHoldsIt() {
    EmbeddedForm form = EmbeddedForm.of(new CheckoutToken("fake-token"), AFTERNOON, STAGE);
    assertThat(new BindPage("小書店", "C1", form).toString()).doesNotContain("fake-token");
  }
}
