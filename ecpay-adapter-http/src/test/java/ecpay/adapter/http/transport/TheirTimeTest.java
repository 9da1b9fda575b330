package ecpay.adapter.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R-TRN-03. */
class TheirTimeTest {
  private static final URI ECPAY = URI.create("https://payment.ecpay.com.tw/CreditDetail/DoAction");
  private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");
  private static final HttpHeaders DATED = date("Sat, 21 Nov 2026 04:00:00 GMT");

  private static HttpHeaders date(String date) {
    return HttpHeaders.of(Map.of("Date", List.of(date)), (_, _) -> true);
  }

  private static Optional<Instant> inBody(String body) {
    return TheirTime.of(URI.create("http://localhost:8090/"), DATED, body);
  }

  @Test
  void anEnvelopeTellsTheTimeBeforeTheHeaderDoes() {
    assertThat(
            TheirTime.of(ECPAY, DATED, "{\"RpHeader\":{\"Timestamp\":1525169058},\"TransCode\":1}"))
        .contains(Instant.ofEpochSecond(1_525_169_058));
    assertThat(TheirTime.of(ECPAY, DATED, "RtnCode=1&RtnMsg=")).contains(NOON);
    assertThat(TheirTime.of(ECPAY, date("yesterday"), "")).isEmpty();
    assertThat(TheirTime.of(ECPAY, HttpHeaders.of(Map.of(), (_, _) -> true), "")).isEmpty();
  }

  @Test
  void aStandInOnThisMachineLivesAtItsOwnTime() {
    assertThat(inBody("RtnCode=1")).isEmpty();
    assertThat(inBody("{\"RpHeader\" : { \"Timestamp\" : \"1525169058\" }}"))
        .contains(Instant.ofEpochSecond(1_525_169_058));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"RpHeader\":null}",
        "{\"RpHeader\":{}}",
        "{\"RpHeader\":{\"Timestamp\":0}}",
        "{\"RpHeader\":{\"Timestamp\":1525169058000}}",
        "{\"RpHeader\":{\"Timestamp\":\"now\"}}",
        "{\"Name\":\"\\\"RpHeader\\\":{\\\"Timestamp\\\":1525169058\"}",
        "{\"RpHeader\":"
      })
  void whatIsNoTimeTellsNone(String body) {
    assertThat(inBody(body)).isEmpty();
  }
}
