package ecpay.sandbox.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.crypto.CryptoKeys;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Service;
import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticTrackTest {
  private static final int NO_TRACK = 1500047;
  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    clock("2026-07-15T04:00:00Z");
  }

  private void clock(String now) {
    bench.control("POST", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(now));
  }

  private String issuedNumber() {
    return Invoices.issued(bench).path("InvoiceNo").asText();
  }

  @Test
  void theAutomaticTracksOfThisAndTheNextTermAreThereAndEnabled() {
    var number = issuedNumber();
    var found = Asking.tracks(bench, "115", 0, 2).data().path("InvoiceInfo");
    assertThat(found).hasSize(4);
    assertThat(found.findValuesAsText("InvoiceTerm")).containsExactly("4", "4", "5", "5");
    assertThat(found.findValuesAsText("InvType")).containsExactly("07", "08", "07", "08");
    var first = found.path(0);
    assertThat(first.path("InvoiceHeader").asText() + first.path("InvoiceNo").asText())
        .isEqualTo(number);
    assertThat(first.path("InvoiceStart")).isEqualTo(first.path("InvoiceNo"));
    assertThat(first.path("InvoiceStart").asText()).matches("\\d{6}[05]0");
    assertThat(first.path("InvoiceEnd").asText()).matches("\\d{6}[49]9");
    assertThat(first.path("TrackID").asText()).hasSize(10);
    assertThat(found.path(1).path("InvoiceNo").asText("none")).isEmpty();
    assertThat(Asking.tracks(bench, "115", 4, 0).data().path("InvoiceInfo")).hasSize(2);
    assertThat(Asking.tracks(bench, "115", 3, 0).rtnCode()).isEqualTo(7);
    assertThat(Asking.tracks(bench, "115", 0, 1).rtnCode()).isEqualTo(7);

    var allotted = Asking.government(bench, "115").data().path("InvoiceInfo");
    assertThat(allotted).hasSize(4);
    assertThat(allotted.path(0).path("InvoiceTerm").asInt()).isEqualTo(4);
    assertThat(allotted.path(0).path("InvoiceStart")).isEqualTo(first.path("InvoiceStart"));
    assertThat(allotted.path(0).path("InvoiceEnd")).isEqualTo(first.path("InvoiceEnd"));
    assertThat(allotted.path(0).path("Number").asInt()).isEqualTo(20_000);
    assertThat(Asking.government(bench, "114").rtnCode()).isEqualTo(7);
    assertThat(Asking.government(bench, "116").rtnCode()).isEqualTo(7);
  }

  @Test
  void theTermAfterDecemberIsTheFirstOfTheNextYear() {
    clock("2026-11-21T04:00:00Z");
    assertThat(
            Asking.tracks(bench, "115", 0, 0)
                .data()
                .path("InvoiceInfo")
                .findValuesAsText("InvoiceTerm"))
        .containsExactly("6", "6");
    assertThat(
            Asking.tracks(bench, "116", 0, 0)
                .data()
                .path("InvoiceInfo")
                .findValuesAsText("InvoiceTerm"))
        .containsExactly("1", "1");
  }

  /** R-INV-30: (month + 1) / 2, by the day in Taipei. */
  @ParameterizedTest
  @CsvSource({
    "2025-12-31T15:59:30Z, 114, 6",
    "2025-12-31T16:00:00Z, 115, 1",
    "2026-02-28T15:59:30Z, 115, 1",
    "2026-02-28T16:00:00Z, 115, 2",
    "2026-06-30T16:00:00Z, 115, 4",
    "2026-10-31T15:59:30Z, 115, 5",
    "2026-10-31T16:00:00Z, 115, 6"
  })
  void aNumberComesFromTheTrackOfItsTerm(String now, String year, int term) {
    clock(now);
    var number = issuedNumber();
    var track = Asking.tracks(bench, year, term, 2).data().path("InvoiceInfo").path(0);
    assertThat(track.path("InvoiceHeader").asText() + track.path("InvoiceNo").asText())
        .isEqualTo(number);
  }

  @Test
  void automaticTracksComeBackWhereTheyStood() {
    var before = Integer.parseInt(issuedNumber().substring(2));
    bench.control("POST", "/sandbox/tracks", "{\"automatic\":false}");
    assertThat(bench.invoice("Issue", Invoices.issue(Order.number())).rtnCode())
        .isEqualTo(NO_TRACK);
    bench.control("POST", "/sandbox/tracks", "{\"automatic\":true}");
    assertThat(Integer.parseInt(issuedNumber().substring(2))).isEqualTo(before + 1);
  }

  @Test
  void noTwoMerchantsHaveANumberInCommon() throws IOException {
    var keys = CryptoKeys.of("abcdefghijklmnop", "ponmlkjihgfedcba");
    var other =
        Merchant.ordinary("2000999", Service.INVOICE, "abcdefghijklmnop", "ponmlkjihgfedcba");
    try (var two = new Bench(options -> options.withMerchant(other))) {
      Invoices.issued(two);
      var data = Invoices.issue(Order.number()).put("MerchantID", "2000999");
      var answer =
          two.call("/B2CInvoice/Issue", Bench.envelope("2000999", two.now(), keys, data), keys);
      assertThat(answer.rtnCode()).isEqualTo(1);
      var merchants = two.control("GET", "/sandbox/tracks", "").path("merchants");
      assertThat(merchants.findValuesAsText("merchantId")).containsExactly("2000132", "2000999");
      assertThat(merchants.path(0).path("automatic").asBoolean()).isTrue();
      var starts = merchants.findValuesAsText("start");
      var ranges = new HashSet<String>();
      merchants.findValues("tracks").forEach(tracks -> tracks.forEach(t -> ranges.add(range(t))));
      assertThat(ranges).hasSize(8);
      assertThat(starts).hasSize(16);
      var start = merchants.path(1).path("tracks").path(0);
      two.control("POST", "/sandbox/tracks", "{\"automatic\":false}");
      var taken =
          "{\"year\":\"115\",\"term\":4,\"header\":\"%s\",\"start\":\"%s\",\"books\":1}"
              .formatted(start.path("header").asText(), start.path("start").asText());
      assertThat(two.post("/sandbox/tracks/allotted", "application/json", taken).statusCode())
          .isEqualTo(400);
    }
  }

  private static String range(JsonNode track) {
    return track.path("header").asText() + track.path("start").asText();
  }
}
