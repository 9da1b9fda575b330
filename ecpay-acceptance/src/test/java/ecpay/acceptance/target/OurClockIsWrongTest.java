package ecpay.acceptance.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ecpay.acceptance.actor.StoryFailure;
import ecpay.acceptance.telling.Cast;
import ecpay.acceptance.telling.Narrator;
import ecpay.acceptance.telling.Orders;
import ecpay.app.Platform;
import ecpay.app.settings.Settings;
import ecpay.sandbox.Sandbox;
import ecpay.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * A platform whose clock goes wrong and is put right, beside an ECPay whose clock is right
 * (R-TRN-03).
 */
class OurClockIsWrongTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ZERO);

  @Test
  void itIsToldThenNothingIsSentAndOncePutRightEverythingGoesOn() throws Exception {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
        Platform platform = platform(sandbox);
        HttpClient client = HttpClient.newHttpClient();
        Cast cast =
            new Cast(
                platform.url(),
                platform.apiKey().orElseThrow(),
                Optional.of(URI.create(sandbox.url())),
                Narrator.SILENT)) {
      String order = cast.shop().placesAnOrder(Orders.tea("clock-1")).path("id").asText();

      wrong.set(Duration.ofMinutes(5));
      String other = cast.shop().placesAnOrder(Orders.tea("clock-2")).path("id").asText();
      cast.shop().opensAPayment(order);
      cast.shop().opensAPayment(other);
      assertThat(deviations(client, platform)).isEqualTo(1);
      // What a call takes, on a slow machine even some seconds, is not counted as deviation.
      assertThat(deviation(client, platform)).isBetween(240.0, 300.0);

      wrong.set(Duration.ofMinutes(11));
      opensNoPayment(cast, order);
      opensNoPayment(cast, order);
      assertThat(lastFailure(cast, order).path("code").asText()).isEqualTo("NOT_SENT");
      assertThat(lastFailure(cast, order).path("message").asText())
          .contains("ahead of ECPay's", "R-TRN-03");

      wrong.set(Duration.ZERO);
      String next = cast.shop().placesAnOrder(Orders.tea("clock-3")).path("id").asText();
      assertThat(cast.shop().opensAPayment(next).path("payUrl").asText()).isNotEmpty();
      assertThat(deviation(client, platform)).isZero();
    }
  }

  private static void opensNoPayment(Cast cast, String order) {
    assertThatThrownBy(() -> cast.shop().opensAPayment(order))
        .isInstanceOf(StoryFailure.class)
        .hasMessageContaining("502");
  }

  private Platform platform(Sandbox sandbox) throws IOException {
    Map<String, String> settings =
        new HashMap<>(House.defaults(sandbox.url(), Ports.free(), "http://localhost:1"));
    settings.putAll(TestDatabase.settings());
    return Platform.start(Settings.from(settings), ourClock(sandbox.clock()));
  }

  private Clock ourClock(InstantSource right) {
    return new Clock() {
      @Override
      public Instant instant() {
        return right.instant().plus(wrong.get());
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private static JsonNode lastFailure(Cast cast, String order) {
    JsonNode payments = cast.shop().order(order).path("payments");
    return payments.path(payments.size() - 1).path("failure");
  }

  private static long deviations(HttpClient client, Platform platform) throws Exception {
    JsonNode incidents = JSON.readTree(text(client, platform, "/api/v1/incidents"));
    return incidents.findValuesAsText("kind").stream().filter("CLOCK_DEVIATES"::equals).count();
  }

  /** In seconds. */
  private static double deviation(HttpClient client, Platform platform) throws Exception {
    String name = "ecpay_clock_deviation_seconds ";
    return text(client, platform, "/metrics")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .findFirst()
        .orElseThrow();
  }

  private static String text(HttpClient client, Platform platform, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(platform.url().resolve(path))
            .header("Authorization", "Bearer " + platform.apiKey().orElseThrow())
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8)).body();
  }
}
