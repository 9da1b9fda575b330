package ecpay.sandbox.invoice.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;
import ecpay.sandbox.Invoices;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceUndoTest {
  private static final int NOT_FOUND = 2000039;
  private static final int ALREADY_VOID = 2000063;
  private static final int LONG_REASON = 2009005;
  private static final int STATE = 10000004;
  @AutoClose private final Bench bench = new Bench();
  private JsonNode invoice;

  @BeforeEach
  void start() {
    clock("2026-07-15T04:00:00Z");
    invoice = Invoices.issued(bench);
  }

  private void clock(String now) {
    bench.control("POST", "/sandbox/clock", "{\"now\":\"%s\"}".formatted(now));
  }

  private JsonNode onPaper(long amount) {
    return bench.invoice("Allowance", Invoices.paper(invoice, amount)).data();
  }

  private JsonNode asked(long amount) {
    return bench.invoice("AllowanceByCollegiate", Invoices.online(invoice, amount)).data();
  }

  private Answer voided(JsonNode allowance) {
    return bench.invoice("AllowanceInvalid", Invoices.undo(allowance));
  }

  private Answer cancelled(JsonNode allowance) {
    return bench.invoice("AllowanceInvalidByCollegiate", Invoices.undo(allowance));
  }

  private String status() {
    return bench
        .control("GET", "/sandbox/ledger", "")
        .path("allowances")
        .path(0)
        .path("status")
        .asText();
  }

  @Test
  void aCancelledRequestGivesItsAmountBackAndCannotBeConsentedTo() {
    var request = asked(1000);
    var link = Invoices.link(bench);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(680);
    assertThat(cancelled(request).data().toString())
        .isEqualTo(
            "{\"RtnCode\":1,\"RtnMsg\":\"Success\",\"IA_Invoice_No\":\"%s\"}"
                .formatted(invoice.path("InvoiceNo").asText()));
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1680);
    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(bench.submit(link).body()).contains("cancelled");
    bench.quiet();
    assertThat(bench.shop.arrivals()).isEmpty();
    assertThat(status()).isEqualTo("CANCELLED");
    assertThat(cancelled(request).rtnCode()).isEqualTo(ALREADY_VOID);
    assertThat(voided(request).rtnCode()).isEqualTo(NOT_FOUND);
  }

  /** R-ALW-24: before the 72 hours are over. */
  @Test
  void aRequestCanBeCancelledUntilItsDeadline() {
    var early = asked(100);
    var late = asked(100);
    clock("2026-07-18T03:59:30Z");
    assertThat(cancelled(early).rtnCode()).isEqualTo(1);
    clock("2026-07-18T04:00:30Z");
    var refused = cancelled(late);
    assertThat(refused.rtnCode()).isEqualTo(STATE);
    assertThat(refused.data().path("IA_Invoice_No").asText("none")).isEmpty();
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1680);
  }

  @Test
  void whatTheBuyerHasConsentedToIsVoidedAndNotCancelled() {
    var request = asked(1000);
    bench.submit(Invoices.link(bench));
    assertThat(cancelled(request).rtnCode()).isEqualTo(STATE);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(680);
    assertThat(voided(request).rtnCode()).isEqualTo(1);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1680);
    assertThat(cancelled(request).rtnCode()).isEqualTo(ALREADY_VOID);
  }

  @Test
  void aRequestThatWaitsCannotBeVoided() {
    assertThat(voided(asked(10)).rtnCode()).isEqualTo(NOT_FOUND);
    assertThat(status()).isEqualTo("AWAITING_CONSENT");
  }

  @Test
  void aVoidedAllowanceGivesItsAmountBackOnce() {
    var first = onPaper(1000);
    onPaper(500);
    assertThat(voided(first).rtnCode()).isEqualTo(1);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1180);
    assertThat(voided(first).rtnCode()).isEqualTo(ALREADY_VOID);
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1180);
    assertThat(status()).isEqualTo("VOID");
    assertThat(bench.invoice("Allowance", Invoices.paper(invoice, 1180)).rtnCode()).isEqualTo(1);
  }

  @Test
  void ofTwentyParallelVoidsOneSucceeds() {
    var allowance = onPaper(1000);
    var codes = IntStream.range(0, 20).parallel().map(_ -> voided(allowance).rtnCode()).toArray();
    assertThat(codes).containsOnlyOnce(1).contains(ALREADY_VOID);
  }

  /** R-ALW-25 with R-INV-22: the 13th counts, by Taipei time. */
  @Test
  void anAllowanceCanBeVoidedUntilTheThirteenthAfterItsTerm() {
    var early = onPaper(100);
    var late = onPaper(100);
    clock("2026-09-13T15:59:30Z");
    assertThat(voided(early).rtnCode()).isEqualTo(1);
    clock("2026-09-13T16:00:00Z");
    var refused = voided(late);
    assertThat(refused.rtnCode()).isEqualTo(STATE);
    assertThat(refused.rtnMsg()).contains("13th");
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1580);
  }

  @Test
  void theTermOfTheAllowanceCountsAndNotThatOfItsInvoice() {
    clock("2026-08-31T16:00:00Z");
    var allowance = onPaper(100);
    clock("2026-11-13T15:59:30Z");
    assertThat(voided(allowance).rtnCode()).isEqualTo(1);
  }

  @Test
  void theTermOfAnOnlineAllowanceIsThatOfTheConsent() {
    clock("2026-08-31T15:00:00Z");
    var allowance = asked(100);
    var link = Invoices.link(bench);
    clock("2026-08-31T16:00:00Z");
    bench.submit(link);
    clock("2026-11-13T15:59:30Z");
    assertThat(voided(allowance).rtnCode()).isEqualTo(1);
  }

  @Test
  void theLastTermOfAYearClosesOnTheThirteenthOfJanuary() {
    clock("2026-12-31T15:00:00Z");
    var early = onPaper(100);
    var late = onPaper(100);
    clock("2027-01-13T15:59:30Z");
    assertThat(voided(early).rtnCode()).isEqualTo(1);
    clock("2027-01-13T16:00:00Z");
    assertThat(voided(late).rtnCode()).isEqualTo(STATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InvoiceNo   |                    | 10000002
          InvoiceNo   | ZZ00000000         | 2000039
          InvoiceNo   | ZZ000000001        | 10000003
          AllowanceNo |                    | 10000002
          AllowanceNo | 0000000000000000   | 2000039
          AllowanceNo | 00000000000000000  | 10000003
          Reason      |                    | 10000002
          Reason      | 一二三四五六七八九十一二三四五六七八九十一 | 2009005
          """)
  void aBadFieldIsRefusedByBoth(String name, @Nullable String value, int code) {
    for (var operation : new String[] {"AllowanceInvalid", "AllowanceInvalidByCollegiate"}) {
      var data =
          Invoices.undo(operation.equals("AllowanceInvalid") ? onPaper(10) : asked(10))
              .put(name, value == null ? "" : value);
      var answer = bench.invoice(operation, data);
      assertThat(answer.rtnCode()).as(operation).isEqualTo(code);
      assertThat(answer.data().path("IA_Invoice_No").asText("none")).isEmpty();
    }
    assertThat(Invoices.remaining(bench, invoice)).isEqualTo(1660);
  }

  /** R-ALW-26: 20 characters, whatever their kind. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "一二三四五六七八九十一二三四五六七八九十", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷"})
  void aReasonHasUpToTwentyCharacters(String reason) {
    var paper = Invoices.undo(onPaper(10)).put("Reason", reason);
    assertThat(bench.invoice("AllowanceInvalid", paper).rtnCode()).isEqualTo(1);
    var online = Invoices.undo(asked(10)).put("Reason", reason);
    assertThat(bench.invoice("AllowanceInvalidByCollegiate", online).rtnCode()).isEqualTo(1);
    var longer = Invoices.undo(onPaper(10)).put("Reason", reason.repeat(21));
    assertThat(bench.invoice("AllowanceInvalid", longer).rtnCode()).isEqualTo(LONG_REASON);
  }
}
