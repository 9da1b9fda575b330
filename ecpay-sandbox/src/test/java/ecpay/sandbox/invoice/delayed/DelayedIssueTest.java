package ecpay.sandbox.invoice.delayed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CryptoKeys;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.sandbox.Bench;
import ecpay.sandbox.Invoices;
import ecpay.sandbox.Shop;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a delayed invoice and its callback CB-10 (R-INV-31 to R-INV-33). */
class DelayedIssueTest {
  private static final int NO_DATA = 2;
  private static final int FORBIDDEN = 10000004;
  private static final int USED = 5070357;

  @AutoClose private final Bench bench = new Bench();

  @BeforeEach
  void start() {
    bench.taipei("2026-11-10T11:00:00");
  }

  private int delay(String relateNumber, String flag, int days) {
    return bench.invoice("DelayIssue", Invoices.delayed(relateNumber, flag, days)).rtnCode();
  }

  private static ObjectNode tsr(String relateNumber) {
    return Bench.object("{\"MerchantID\":\"2000132\",\"PayType\":\"2\"}")
        .put("Tsr", "T" + relateNumber);
  }

  private Bench.Answer trigger(String relateNumber) {
    return bench.invoice("TriggerIssue", tsr(relateNumber));
  }

  private Bench.Answer cancel(String relateNumber) {
    return bench.invoice("CancelDelayIssue", tsr(relateNumber));
  }

  private JsonNode delayed(int index) {
    return bench.control("GET", "/sandbox/ledger", "").path("delayedInvoices").path(index);
  }

  private static Map<String, String> fields(Shop.Arrival arrival) {
    return FormFields.parse(arrival.body()).stream()
        .collect(Collectors.toMap(Field::name, Field::value));
  }

  @Test
  void anInvoiceForLaterIsIssuedByItselfAtTenOfItsDay() {
    var answer = bench.invoice("DelayIssue", Invoices.delayed("Later1", "1", 3));
    assertThat(answer.rtnCode()).as(answer.rtnMsg()).isEqualTo(1);
    assertThat(answer.data().path("OrderNumber").asText()).isEqualTo("TLater1");
    assertThat(Invoices.related(bench, "Later1").rtnCode()).isEqualTo(NO_DATA);
    bench.taipei("2026-11-13T09:59:50");
    assertThat(delayed(0).path("status").asText()).isEqualTo("WAITING_FOR_DAY");
    bench.taipei("2026-11-13T10:00:00");
    assertThat(delayed(0).path("status").asText()).isEqualTo("ISSUED");
    var found = Invoices.related(bench, "later1").data();
    assertThat(found.path("IIS_Create_Date").asText()).isEqualTo("2026-11-13 10:00:00");
    assertThat(found.path("IIS_Number").asText()).matches("[A-Z]{2}\\d{8}");
  }

  @Test
  void theShopIsToldOfTheNumberByAnUnsignedForm() {
    delay("Told1", "1", 1);
    bench.taipei("2026-11-12T15:30:00");
    var arrival = bench.told(1).getFirst();
    assertThat(arrival.path()).isEqualTo("/callbacks/issued");
    assertThat(arrival.contentType()).isEqualTo("application/x-www-form-urlencoded");
    var found = Invoices.related(bench, "Told1").data();
    assertThat(FormFields.parse(arrival.body()))
        .containsExactly(
            new Field("inv_mer_id", "2000132"),
            new Field("od_sob", "Told1"),
            new Field("tsr", "TTold1"),
            new Field("invoicedate", "2026-11-11"),
            new Field("invoicetime", "10:00:00"),
            new Field("invoicenumber", found.path("IIS_Number").asText()),
            new Field("invoicecode", found.path("IIS_Random_Number").asText()),
            new Field("inv_error", ""));
    bench.taipei("2026-11-20T15:30:00");
    bench.quiet();
    assertThat(bench.shop.arrivals()).hasSize(1);
  }

  @Test
  void theCallbackOfADelayedInvoiceIsRepeatedLikeAnyOther() {
    bench.control("POST", "/sandbox/callbacks", "{\"deliveries\":3}");
    delay("Thrice1", "2", 0);
    trigger("Thrice1");
    assertThat(bench.told(3)).extracting(Shop.Arrival::body).containsOnly(body("Thrice1"));
  }

  private String body(String relateNumber) {
    return bench.shop.arrivals().stream()
        .map(Shop.Arrival::body)
        .filter(b -> b.contains("od_sob=" + relateNumber + "&"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyNeedsToAskForADelayedInvoiceToBeIssuedInTime() {
    try (var alone = Bench.ticking()) {
      alone.taipei("2026-11-10T11:00:00");
      alone.invoice("DelayIssue", Invoices.delayed("Alone1", "1", 1));
      alone.taipei("2026-11-11T09:59:59");
      var told = alone.shop.arrivals();
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> told.size() == 1);
      assertThat(fields(told.getFirst())).containsEntry("invoicetime", "10:00:00");
    }
  }

  @Test
  void withoutANotifyUrlNobodyIsTold() {
    var data = Invoices.delayed("Silent1", "1", 1);
    data.remove("NotifyURL");
    assertThat(bench.invoice("DelayIssue", data).rtnCode()).isEqualTo(1);
    bench.taipei("2026-11-11T10:00:00");
    bench.quiet();
    assertThat(Invoices.related(bench, "Silent1").rtnCode()).isEqualTo(1);
    assertThat(bench.shop.arrivals()).isEmpty();
  }

  @Test
  void dueInvoicesAreIssuedInTheOrderOfTheirDays() {
    delay("Second2", "1", 2);
    delay("First1", "1", 1);
    bench.taipei("2026-11-20T00:00:00");
    var first = Invoices.related(bench, "First1").data().path("IIS_Number").asText();
    var second = Invoices.related(bench, "Second2").data().path("IIS_Number").asText();
    assertThat(first).isLessThan(second);
  }

  @Test
  void aDelayOverTheEndOfATermDrawsFromTheNextTerm() {
    bench.taipei("2026-12-30T12:00:00");
    var before = Invoices.issued(bench).path("InvoiceNo").asText();
    delay("NewYear1", "1", 3);
    bench.taipei("2027-01-02T10:00:00");
    var after = Invoices.related(bench, "NewYear1").data().path("IIS_Number").asText();
    assertThat(after.substring(0, 2)).isNotEqualTo(before.substring(0, 2));
  }

  @Test
  void aRelateNumberOrATsrIsUsedOnceForAllOperations() {
    delay("Once1", "2", 0);
    assertThat(bench.invoice("Issue", Invoices.issue("ONCE1")).rtnCode()).isEqualTo(USED);
    assertThat(delay("once1", "2", 0)).isEqualTo(USED);
    var sameTsr = Invoices.delayed("Other1", "2", 0).put("Tsr", "TOnce1");
    var answer = bench.invoice("DelayIssue", sameTsr);
    assertThat(answer.rtnCode()).isEqualTo(USED);
    assertThat(answer.rtnMsg()).contains("Tsr");
    assertThat(cancel("Once1").rtnCode()).isEqualTo(1);
    assertThat(bench.invoice("Issue", Invoices.issue("Once1")).rtnCode()).isEqualTo(USED);
    bench.invoice("Issue", Invoices.issue("Plain1"));
    assertThat(delay("PLAIN1", "1", 1)).isEqualTo(USED);
  }

  @Test
  void aTriggerWithoutDelayIssuesNow() {
    delay("Now1", "2", 0);
    bench.taipei("2026-11-25T23:00:00");
    assertThat(Invoices.related(bench, "Now1").rtnCode()).isEqualTo(NO_DATA);
    var answer = trigger("Now1");
    assertThat(answer.rtnCode()).isEqualTo(4000004);
    assertThat(answer.data().path("Tsr").asText()).isEqualTo("TNow1");
    assertThat(answer.data().has("InvoiceNo")).isFalse();
    assertThat(Invoices.related(bench, "Now1").data().path("IIS_Create_Date").asText())
        .startsWith("2026-11-25 23:00");
    assertThat(fields(bench.told(1).getFirst())).containsEntry("inv_error", "");
  }

  @Test
  void aTriggerWithADelayIssuesSoManyDaysLater() {
    delay("Soon1", "2", 2);
    bench.taipei("2026-11-20T11:00:00");
    assertThat(trigger("Soon1").rtnCode()).isEqualTo(4000003);
    assertThat(delayed(0).path("due").asText()).isEqualTo("2026-11-22 10:00:00");
    assertThat(cancel("Soon1").rtnCode()).isEqualTo(FORBIDDEN);
    assertThat(trigger("Soon1").rtnCode()).isEqualTo(FORBIDDEN);
    bench.taipei("2026-11-22T09:59:50");
    assertThat(Invoices.related(bench, "Soon1").rtnCode()).isEqualTo(NO_DATA);
    bench.taipei("2026-11-22T10:00:00");
    assertThat(Invoices.related(bench, "Soon1").rtnCode()).isEqualTo(1);
  }

  @Test
  void ofTwentyParallelTriggersOneIssues() {
    delay("Race1", "2", 0);
    var codes = IntStream.range(0, 20).parallel().map(_ -> trigger("Race1").rtnCode()).toArray();
    assertThat(codes).containsOnlyOnce(4000004).containsOnly(4000004, FORBIDDEN);
    assertThat(bench.told(1)).hasSize(1);
  }

  @Test
  void withoutATriggerItIsNeverIssued() {
    delay("Never1", "2", 0);
    bench.taipei("2027-11-10T11:00:00");
    assertThat(Invoices.related(bench, "Never1").rtnCode()).isEqualTo(NO_DATA);
    assertThat(delayed(0).path("status").asText()).isEqualTo("WAITING_FOR_TRIGGER");
  }

  @Test
  void aTriggerOfWhatCannotBeTriggeredIsRefused() {
    assertThat(trigger("Nobody1").rtnCode()).isEqualTo(NO_DATA);
    delay("ByDay1", "1", 1);
    assertThat(trigger("ByDay1").rtnCode()).isEqualTo(FORBIDDEN);
    delay("Gone1", "2", 0);
    cancel("Gone1");
    assertThat(trigger("Gone1").rtnCode()).isEqualTo(FORBIDDEN);
    delay("Twice1", "2", 0);
    trigger("Twice1");
    assertThat(trigger("Twice1").rtnCode()).isEqualTo(FORBIDDEN);
    assertThat(bench.invoice("TriggerIssue", tsr("Twice1").put("PayType", "3")).rtnMsg())
        .contains("PayType");
  }

  @Test
  void itIsCancelledBeforeTenOfItsDayAndNotFromThenOn() {
    delay("Before1", "1", 1);
    delay("After1", "1", 1);
    bench.taipei("2026-11-11T09:59:50");
    assertThat(cancel("Before1").rtnCode()).isEqualTo(1);
    assertThat(cancel("Before1").rtnCode()).isEqualTo(FORBIDDEN);
    bench.taipei("2026-11-11T10:00:00");
    assertThat(cancel("After1").rtnCode()).isEqualTo(FORBIDDEN);
    assertThat(Invoices.related(bench, "Before1").rtnCode()).isEqualTo(NO_DATA);
    assertThat(Invoices.related(bench, "After1").rtnCode()).isEqualTo(1);
    assertThat(cancel("Nobody1").rtnCode()).isEqualTo(NO_DATA);
    assertThat(bench.told(1)).hasSize(1);
  }

  @Test
  void anEditChangesWhatWillBeIssued() {
    delay("Edit1", "2", 0);
    var edit = tsr("Edit1").setAll(Invoices.issue("EDIT1").put("CustomerName", "李大明"));
    assertThat(bench.invoice("EditDelayIssue", edit).rtnCode()).isEqualTo(1);
    trigger("Edit1");
    var found = Invoices.related(bench, "Edit1").data();
    assertThat(found.path("IIS_Customer_Name").asText()).isEqualTo("李大明");
    bench.quiet();
    assertThat(bench.shop.arrivals()).as("the edit took NotifyURL away").isEmpty();
  }

  @Test
  void anEditNeedsTsrAndRelateNumberOfTheSameInvoice() {
    delay("Pair1", "2", 0);
    delay("Pair2", "2", 0);
    var crossed = tsr("Pair1").setAll(Invoices.issue("Pair2"));
    assertThat(bench.invoice("EditDelayIssue", crossed).rtnCode()).isEqualTo(NO_DATA);
    var unknown = tsr("Nobody1").setAll(Invoices.issue("Pair1"));
    assertThat(bench.invoice("EditDelayIssue", unknown).rtnCode()).isEqualTo(NO_DATA);
    assertThat(bench.invoice("EditDelayIssue", Invoices.issue("Pair1")).rtnMsg()).contains("Tsr");
    assertThat(bench.invoice("EditDelayIssue", tsr("Pair1")).rtnMsg()).contains("RelateNumber");
    var broken = tsr("Pair1").setAll(Invoices.issue("Pair1").put("SalesAmount", 1));
    assertThat(bench.invoice("EditDelayIssue", broken).rtnMsg()).contains("SalesAmount");
    trigger("Pair1");
    var late = tsr("Pair1").setAll(Invoices.issue("Pair1"));
    assertThat(bench.invoice("EditDelayIssue", late).rtnCode()).isEqualTo(FORBIDDEN);
  }

  @Test
  void everyMerchantHasItsOwnTsrsAndRelateNumbers() throws IOException {
    var keys = CryptoKeys.of("1234567890123456", "6543210987654321");
    var other =
        Merchant.ordinary("2000999", Service.INVOICE, "1234567890123456", "6543210987654321");
    try (var both = new Bench(options -> options.withMerchant(other))) {
      var data = Invoices.delayed("Shared1", "2", 0);
      assertThat(both.invoice("DelayIssue", data).rtnCode()).isEqualTo(1);
      var theirs = Bench.envelope("2000999", both.now(), keys, data.put("MerchantID", "2000999"));
      assertThat(both.call("/B2CInvoice/DelayIssue", theirs, keys).rtnCode()).isEqualTo(1);
      assertThat(both.invoice("CancelDelayIssue", tsr("Shared1")).rtnCode()).isEqualTo(1);
      var trigger =
          Bench.envelope("2000999", both.now(), keys, tsr("Shared1").put("MerchantID", "2000999"));
      assertThat(both.call("/B2CInvoice/TriggerIssue", trigger, keys).rtnCode()).isEqualTo(4000004);
    }
  }
}
