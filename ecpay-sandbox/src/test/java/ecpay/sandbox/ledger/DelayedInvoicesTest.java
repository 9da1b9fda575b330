package ecpay.sandbox.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.sandbox.ledger.DelayedInvoice.Status;
import ecpay.sandbox.stock.Tracks;
import ecpay.sandbox.wire.Json;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The second at which a delayed invoice is issued (R-INV-32). */
class DelayedInvoicesTest {
  private final Invoices invoices = new Invoices(new Tracks(), new Uploads());
  private final DelayedInvoices delayed = new DelayedInvoices(invoices);

  private static DelayedInvoice one(String tsr, int days) {
    var sent = SentData.of(Json.object().put("InvType", "07"));
    var draft = new InvoiceDraft("R" + tsr, 100, "1", Set.of("1"), true, sent);
    return new DelayedInvoice("2000132", tsr, days, "", draft);
  }

  @Test
  void itIsOpenUntil095959AndIssuedAtTen() {
    var one = one("1", 15);
    delayed.addForDay(one, LocalDate.parse("2026-11-10"));
    delayed.issueDue(LocalDateTime.parse("2026-11-25T09:59:59"));
    assertThat(one.isOpen()).isTrue();
    delayed.issueDue(LocalDateTime.parse("2026-11-25T10:00:00"));
    assertThat(one.status()).isEqualTo(Status.ISSUED);
    assertThat(one.invoice().map(IssuedInvoice::issuedAt))
        .contains(LocalDateTime.parse("2026-11-25T10:00:00"));
  }

  @Test
  void aTriggerCountsItsDaysFromTheDayOfTheTrigger() {
    var one = one("1", 1);
    delayed.add(one);
    var trigger = LocalDateTime.parse("2026-11-10T23:59:59");
    assertThat(delayed.trigger(one, trigger)).isFalse();
    assertThat(one.due()).contains(LocalDateTime.parse("2026-11-11T10:00:00"));
  }

  @Test
  void everyOutcomeIsToldOnce() {
    var told = new ArrayList<DelayedInvoice>();
    delayed.onOutcome(told::add);
    var first = one("1", 2);
    var second = one("2", 1);
    var cancelled = one("3", 1);
    delayed.addForDay(first, LocalDate.parse("2026-11-10"));
    delayed.addForDay(second, LocalDate.parse("2026-11-10"));
    delayed.addForDay(cancelled, LocalDate.parse("2026-11-10"));
    cancelled.cancel();
    delayed.issueDue(LocalDateTime.parse("2026-11-20T00:00:00"));
    delayed.issueDue(LocalDateTime.parse("2026-11-21T00:00:00"));
    assertThat(told).containsExactly(second, first);
  }
}
