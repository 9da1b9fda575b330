package ecpay.app.web.api.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.inject.util.Modules;
import ecpay.app.Shop;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.Finding;
import ecpay.domain.time.Taipei;
import ecpay.domain.track.Term;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Number tracks and checks over the API. */
class TracksApiTest {
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open(Map.of("tracks.alarm-below", "5000"), Clock.systemUTC(), Modules.EMPTY_MODULE);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static Term current() {
    return Term.of(Taipei.dateOf(Instant.now(Clock.systemUTC())));
  }

  @Test
  void whatIsAllottedIsAddedEnabledAndSeenByItself() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(Shop.json(shop.get("/api/v1/tracks/stock")).at("/terms/0/usable").asLong())
                .isEqualTo(1000));
    JsonNode seen = Shop.json(shop.get("/api/v1/tracks/stock")).at("/terms/0");
    assertThat(seen.get("year").asInt()).isEqualTo(current().rocYear());
    assertThat(seen.at("/alarms/0/kind").asText()).isEqualTo("NUMBERS_RUN_LOW");
    JsonNode incident = Shop.json(shop.get("/api/v1/incidents")).at("/incidents/0");
    assertThat(incident.get("kind").asText()).isEqualTo("NUMBERS_RUN_LOW");
    assertThat(incident.has("order")).isFalse();
    long sequence = incident.get("sequence").asLong();
    assertThat(Shop.json(shop.get("/api/v1/incidents?before=" + sequence)).get("incidents"))
        .isEmpty();
    assertThat(shop.get("/api/v1/incidents?before=yesterday").statusCode()).isEqualTo(400);
    assertThat(shop.send(shop.anonymous("/metrics")).body())
        .contains("ecpay_incidents_total{kind=\"NUMBERS_RUN_LOW\"} 1.0");
    JsonNode live = Shop.json(shop.get("/api/v1/tracks"));
    assertThat(live.at("/tracks/0/status").asText()).isEqualTo("in_use");
    assertThat(live.at("/tracks/0/header").asText()).isEqualTo("UV");
    String id = live.at("/tracks/0/id").asText();
    HttpResponse<String> paused =
        shop.post("/api/v1/tracks/" + id + "/status", "{\"status\": \"pause\"}");
    assertThat(paused.statusCode()).as(paused.body()).isEqualTo(200);
    assertThat(Shop.json(paused).get("status").asText()).isEqualTo("paused");
    assertThat(shop.post("/api/v1/tracks/" + id + "/status", "{\"status\": \"enable\"}").body())
        .contains("in_use");
    assertThat(
            Shop.violations(
                shop.post("/api/v1/tracks/" + id + "/status", "{\"status\": \"sell\"}")))
        .containsExactly("openapi status");
    assertThat(Shop.violations(shop.post("/api/v1/tracks/9/status", "{\"status\": \"pause\"}")))
        .containsExactly("R-INV-28 track");
  }

  @Test
  void allotmentsAreShownAndOneIsAddedForALaterTerm() {
    int year = current().rocYear() + 1;
    JsonNode allotted = Shop.json(shop.get("/api/v1/tracks/allotments?year=" + year));
    assertThat(allotted.get("allotments")).hasSize(6);
    String track =
        "{\"year\": %d, \"term\": 6, \"header\": \"UV\", \"start\": \"%s\", \"end\": \"00000099\"}";
    HttpResponse<String> added = shop.post("/api/v1/tracks", track.formatted(year, "00000000"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    assertThat(
            Shop.json(shop.get("/api/v1/tracks?year=" + year + "&term=6")).get("waiting").asInt())
        .isEqualTo(100);
    assertThat(Shop.violations(shop.post("/api/v1/tracks", track.formatted(year, "00000000"))))
        .containsExactly("R-INV-29 range");
    assertThat(Shop.violations(shop.post("/api/v1/tracks", track.formatted(year, "00000001"))))
        .containsExactly("R-INV-29 start");
    assertThat(Shop.violations(shop.get("/api/v1/tracks/allotments?year=" + (year + 5))))
        .containsExactly("R-INV-30 year");
    assertThat(shop.get("/api/v1/tracks?year=115").statusCode()).isEqualTo(400);
    assertThat(Shop.violations(shop.get("/api/v1/tracks?year=115&term=7")))
        .containsExactly("R-INV-30 term");
  }

  @Test
  void anOutageOfEcpayIsSaid() {
    shop.ecpay.authority.reachable = false;
    try {
      HttpResponse<String> outage = shop.get("/api/v1/tracks");
      assertThat(outage.statusCode()).isEqualTo(502);
      assertThat(Shop.json(outage).get("code").asText()).isEqualTo("ecpay_not_asked");
    } finally {
      shop.ecpay.authority.reachable = true;
    }
  }

  @Test
  void whatExistsIsAskedOnceAndRemembered() {
    int before = shop.ecpay.authority.checked.get();
    for (int i = 0; i < 2; i++) {
      JsonNode charity = Shop.json(shop.get("/api/v1/checks/donation-codes?code=168001"));
      assertThat(charity.get("finding").asText()).isEqualTo("exists");
      assertThat(charity.get("name").asText()).isEqualTo("測試");
    }
    assertThat(shop.ecpay.authority.checked).hasValue(before + 1);
    assertThat(shop.get("/api/v1/checks/barcodes?code=%2FABC%2B123").statusCode()).isEqualTo(200);
    assertThat(shop.get("/api/v1/checks/companies?number=04595257").statusCode()).isEqualTo(200);
  }

  @Test
  void whatCannotExistIsRefusedAndWhatCannotBeToldIsAProblem() {
    assertThat(Shop.violations(shop.get("/api/v1/checks/barcodes?code=ABC")))
        .containsExactly("R-INV-14 code");
    assertThat(Shop.violations(shop.get("/api/v1/checks/companies?number=12345678")))
        .containsExactly("R-INV-15 number");
    assertThat(shop.get("/api/v1/checks/donation-codes").statusCode()).isEqualTo(400);
    shop.ecpay.authority.finding =
        Optional.of(new Answer.Accepted<>(new Finding.Unavailable("10000010", "down")));
    try {
      HttpResponse<String> down = shop.get("/api/v1/checks/donation-codes?code=999");
      assertThat(down.statusCode()).isEqualTo(502);
      assertThat(Shop.json(down).get("code").asText()).isEqualTo("not_checkable");
    } finally {
      shop.ecpay.authority.finding = Optional.empty();
    }
  }
}
