package ecpay.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A refund whose buyer did not consent goes on by paper from the command line too (R-ALW-33). */
class RefundOnPaperTest {
  @Test
  void whoObtainsTheSignatureIsSaidToTheApi() throws IOException {
    try (PlayedPlatform platform = PlayedPlatform.answering(200, "{}")) {
      assertThat(platform.run("", "refund", "continue", "r1", "--on-paper-by", "林小姐").exit())
          .isZero();
      assertThat(platform.heard)
          .singleElement()
          .satisfies(heard -> {
            assertThat(heard.target()).isEqualTo("/api/v1/refunds/r1/continue");
            assertThat(heard.body())
                .isEqualTo("{\"consent\":\"paper\",\"signature\":{\"owedBy\":\"林小姐\"}}");
          });
    }
  }
}
