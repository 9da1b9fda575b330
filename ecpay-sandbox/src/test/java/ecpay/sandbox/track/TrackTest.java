package ecpay.sandbox.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Order;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackTest {
  private static final int NO_TRACK = 1500047;
  private static final int EXHAUSTED = 5070350;
  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    clock("2026-07-15T04:00:00Z");
  }

  private void clock(String now) {
    bench.control("POST", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(now));
  }

  /** No automatic tracks, and books AB10000000 ff. of July and August. */
  private void byHand(int books) {
    bench.control("POST", "/sandbox/tracks", "{\"automatic\":false}");
    allot(4, "AB", books);
  }

  private void allot(int term, String header, int books) {
    bench.control(
        "POST",
        "/sandbox/tracks/allotted",
        "{\"year\":\"115\",\"term\":%d,\"header\":\"%s\",\"start\":\"10000000\",\"books\":%d,\"type\":\"07\"}"
            .formatted(term, header, books));
  }

  private String added(String first, String last) {
    var answer =
        bench.invoice(
            "AddInvoiceWordSetting",
            Invoices.track().put("InvoiceStart", first).put("InvoiceEnd", last));
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    return answer.data().path("TrackID").asText();
  }

  private Answer status(String trackId, int status) {
    return bench.invoice(
        "UpdateInvoiceWordStatus",
        Bench.object("{\"MerchantID\":\"2000132\"}")
            .put("TrackID", trackId)
            .put("InvoiceStatus", status));
  }

  private Answer issue() {
    return bench.invoice("Issue", Invoices.issue(Order.number()));
  }

  private String issuedNumber() {
    return Invoices.issued(bench).path("InvoiceNo").asText();
  }

  @Test
  void aTrackIssuesOnlyFromItsAddingAndEnablingOn() {
    byHand(2);
    assertThat(Asking.tracks(bench, "115", 0, 0).rtnCode()).isEqualTo(7);
    assertThat(issue().rtnCode()).isEqualTo(NO_TRACK);
    var allotted = Asking.government(bench, "115").data().path("InvoiceInfo");
    assertThat(allotted.toString())
        .isEqualTo(
            "[{\"InvoiceTerm\":4,\"InvType\":\"07\",\"InvoiceHeader\":\"AB\",\"InvoiceStart\":\"10000000\",\"InvoiceEnd\":\"10000099\",\"Number\":2}]");
    var id = added("10000000", "10000049");
    assertThat(issue().rtnCode()).isEqualTo(NO_TRACK);
    assertThat(Asking.tracks(bench, "115", 4, 1).data().path("InvoiceInfo").toString())
        .isEqualTo(
            "[{\"TrackID\":\"%s\",\"InvoiceYear\":\"115\",\"InvoiceTerm\":4,\"InvoiceCategory\":\"1\",\"InvType\":\"07\",\"InvoiceHeader\":\"AB\",\"InvoiceStart\":\"10000000\",\"InvoiceEnd\":\"10000049\",\"InvoiceNo\":\"\",\"UseStatus\":1,\"ProductServiceId\":\"\"}]"
                .formatted(id));
    assertThat(status(id, 2).rtnCode()).isEqualTo(1);
    assertThat(issuedNumber()).isEqualTo("AB10000000");
    assertThat(issuedNumber()).isEqualTo("AB10000001");
    assertThat(
            Asking.tracks(bench, "115", 0, 2)
                .data()
                .path("InvoiceInfo")
                .path(0)
                .path("InvoiceNo")
                .asText())
        .isEqualTo("10000001");
  }

  @Test
  void aPausedOrDisabledTrackGivesNoNumbersUntilItIsEnabledAgain() {
    byHand(1);
    var id = added("10000000", "10000049");
    status(id, 2);
    assertThat(issuedNumber()).isEqualTo("AB10000000");
    status(id, 1);
    assertThat(Asking.tracks(bench, "115", 0, 4).rtnCode()).isEqualTo(1);
    assertThat(issue().rtnCode()).isEqualTo(NO_TRACK);
    status(id, 0);
    assertThat(Asking.tracks(bench, "115", 0, 3).rtnCode()).isEqualTo(1);
    assertThat(issue().rtnCode()).isEqualTo(NO_TRACK);
    status(id, 2);
    assertThat(issuedNumber()).isEqualTo("AB10000001");
  }

  @Test
  void aBookIssuesFiftyInvoicesAndTheNextTrackFollows() {
    byHand(2);
    status(added("10000000", "10000049"), 2);
    var codes = IntStream.range(0, 60).parallel().map(_ -> issue().rtnCode()).toArray();
    assertThat(IntStream.of(codes).filter(c -> c == 1).count()).isEqualTo(50);
    assertThat(IntStream.of(codes).filter(c -> c == EXHAUSTED).count()).isEqualTo(10);
    var books = bench.control("GET", "/sandbox/ledger", "");
    assertThat(new HashSet<>(books.path("invoices").findValuesAsText("invoiceNo"))).hasSize(50);
    assertThat(books.path("tracks").path(0).path("remaining").asInt()).isZero();
    assertThat(books.path("tracks").path(0).path("lastUsed").asText()).isEqualTo("10000049");
    status(added("10000050", "10000099"), 2);
    assertThat(issuedNumber()).isEqualTo("AB10000050");
  }

  @Test
  void theOldestTrackComesFirst() {
    byHand(2);
    status(added("10000050", "10000099"), 2);
    status(added("10000000", "10000049"), 2);
    assertThat(issuedNumber()).isEqualTo("AB10000050");
  }

  @Test
  void aRefusedIssueDrawsNoNumber() {
    byHand(1);
    status(added("10000000", "10000049"), 2);
    assertThat(
            bench.invoice("Issue", Invoices.issue(Order.number()).put("SalesAmount", 1)).rtnCode())
        .isNotEqualTo(1);
    assertThat(issuedNumber()).isEqualTo("AB10000000");
  }

  @Test
  void aTrackOfTheNextTermWaitsForIt() {
    byHand(1);
    status(added("10000000", "10000049"), 2);
    allot(5, "CD", 1);
    var next =
        bench.invoice(
            "AddInvoiceWordSetting",
            Invoices.track().put("InvoiceTerm", 5).put("InvoiceHeader", "CD"));
    status(next.data().path("TrackID").asText(), 2);
    assertThat(issuedNumber()).isEqualTo("AB10000000");
    clock("2026-08-31T16:00:00Z");
    assertThat(issuedNumber()).isEqualTo("CD10000000");
    clock("2026-10-31T16:00:00Z");
    assertThat(issue().rtnCode()).isEqualTo(NO_TRACK);
  }

  @Test
  void aSpecialInvoiceDrawsFromASpecialTrack() {
    byHand(1);
    status(added("10000000", "10000049"), 2);
    var special =
        Invoices.issue(Order.number())
            .put("InvType", "08")
            .put("TaxType", "4")
            .put("SpecialTaxType", 3);
    special.path("Items").forEach(item -> ((ObjectNode) item).put("ItemTaxType", ""));
    assertThat(bench.invoice("Issue", special).rtnCode()).isEqualTo(NO_TRACK);
    bench.control("POST", "/sandbox/tracks", "{\"automatic\":true}");
    assertThat(bench.invoice("Issue", special).rtnCode()).isEqualTo(1);
  }

  @Test
  void theGovernmentAllotsOnlyWholeBooksThatNobodyHas() {
    byHand(2);
    for (var body :
        new String[] {
          "{\"year\":\"115\",\"term\":4,\"header\":\"AB\",\"start\":\"10000050\",\"books\":1}",
          "{\"year\":\"115\",\"term\":5,\"header\":\"AB\",\"start\":\"10000000\",\"books\":9}",
          "{\"year\":\"115\",\"term\":4,\"header\":\"XY\",\"start\":\"10000001\",\"books\":1}",
          "{\"year\":\"115\",\"term\":7,\"header\":\"XY\",\"start\":\"10000000\",\"books\":1}",
          "{\"year\":\"115\",\"term\":4,\"header\":\"xy\",\"start\":\"10000000\",\"books\":1}",
          "{\"year\":\"115\",\"term\":4,\"header\":\"XY\",\"start\":\"99999950\",\"books\":2}",
          "{\"year\":\"115\",\"term\":4,\"header\":\"XY\",\"start\":\"10000000\",\"books\":0}",
          "{\"year\":\"115\",\"term\":4,\"header\":\"XY\",\"start\":\"10000000\",\"type\":\"09\"}",
          "{\"year\":\"\",\"term\":4,\"header\":\"XY\",\"start\":\"10000000\"}",
          "{\"merchantId\":\"x\",\"year\":\"115\",\"term\":4,\"header\":\"XY\",\"start\":\"10000000\"}"
        }) {
      assertThat(bench.post("/sandbox/tracks/allotted", "application/json", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(Asking.government(bench, "115").data().path("InvoiceInfo")).hasSize(1);
  }
}
