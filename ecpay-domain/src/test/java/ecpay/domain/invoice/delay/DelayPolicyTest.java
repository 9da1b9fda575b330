package ecpay.domain.invoice.delay;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.invoice.Change;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Moves;
import ecpay.domain.invoice.Pending;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.InvoiceTiming.AfterDays;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of a delayed invoice and what may still be done with it. */
class DelayPolicyTest {
  private static final Change.OfScheduled CANCEL = new Change.CancelDelay();
  private static final Change.OfScheduled TRIGGER = new Change.Trigger();
  private static final Change.OfScheduled EDIT = new Change.Edit(Samples.invoiceDocument());

  private static List<String> broken(
      Invoice.Scheduled invoice, Change.OfScheduled change, Instant now) {
    return Broken.rules(() -> {
      DelayPolicy.demand(invoice, change, now);
      return "";
    });
  }

  private static Instant ten(int day) {
    return Instant.parse("2026-11-%02dT10:00:00+08:00".formatted(day));
  }

  @Rule("R-INV-31")
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 14, 15})
  void aDelayedInvoiceWaits1To15Days(int days) {
    assertThat(new AfterDays(days).days()).isEqualTo(days);
  }

  @Rule("R-INV-31")
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 16})
  void noOtherNumberOfDaysIsPossible(int days) {
    assertThat(Broken.rules(() -> new AfterDays(days))).containsExactly("R-INV-31 days");
  }

  @Rule("R-INV-31")
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15})
  void aTriggeredInvoiceWaits0To15DaysMore(int days) {
    assertThat(new OnTrigger(days).days()).isEqualTo(days);
  }

  @Rule("R-INV-31")
  @ParameterizedTest
  @ValueSource(ints = {-1, 16})
  void noOtherNumberOfDaysAfterATriggerIsPossible(int days) {
    assertThat(Broken.rules(() -> new OnTrigger(days))).containsExactly("R-INV-31 days");
  }

  @Rule("R-INV-31")
  @Test
  void onlyADelayedInvoiceIsScheduled() {
    assertThat(Moves.ruleOf(() -> Samples.requestedInvoice().scheduled(Samples.NOW)))
        .isEqualTo("R-INV-31");
  }

  @Rule("R-INV-32")
  @Test
  void itIsIssuedAtTenOnItsDayInTaipei() {
    assertThat(DelayPolicy.issueTime(Samples.scheduledInvoice(new AfterDays(1))))
        .contains(ten(22)); // accepted on the 21st
    Invoice.Scheduled atMidnight = scheduledAt(new AfterDays(1), "2026-11-20T23:59:59+08:00");
    assertThat(DelayPolicy.issueTime(atMidnight)).contains(ten(21));
    Invoice.Scheduled afterMidnight = scheduledAt(new AfterDays(1), "2026-11-21T00:00:00+08:00");
    assertThat(DelayPolicy.issueTime(afterMidnight)).contains(ten(22));
    assertThat(DelayPolicy.isLate(afterMidnight, ten(23).minusNanos(1))).isFalse();
    assertThat(DelayPolicy.isLate(afterMidnight, ten(23))).isTrue();
  }

  private static Invoice.Scheduled scheduledAt(InvoiceTiming.Delayed delay, String time) {
    Invoice.Scheduled sample = Samples.scheduledInvoice(delay);
    return new Invoice.Scheduled(
        sample.draft(),
        Instant.parse(time),
        sample.triggeredAt(),
        sample.pending(),
        sample.doubt());
  }

  @Rule("R-INV-33")
  @Test
  void oneThatWaitsForATriggerHasNoTimeUntilItIsTriggered() {
    Invoice.Scheduled atOnce = Samples.scheduledInvoice(new OnTrigger(0));
    assertThat(DelayPolicy.issueTime(atOnce)).isEmpty();
    assertThat(DelayPolicy.issueTime(atOnce.triggered(Samples.NOW))).contains(Samples.NOW);
    assertThat(
            DelayPolicy.issueTime(
                Samples.scheduledInvoice(new OnTrigger(2)).triggered(Samples.NOW)))
        .contains(ten(23));
  }

  @Rule("R-INV-32")
  @Test
  void itIsCancelledUntilTenOfItsDayAndNotAfter() {
    Invoice.Scheduled invoice = Samples.scheduledInvoice(new AfterDays(2));
    assertThat(broken(invoice, CANCEL, ten(23).minusSeconds(1))).isEmpty();
    assertThat(broken(invoice, CANCEL, ten(23))).isEmpty();
    assertThat(broken(invoice, CANCEL, ten(23).plusNanos(1))).containsExactly("R-INV-32 invoice");
  }

  @Rule("R-INV-32")
  @Test
  void onceItIsTriggeredItIsNotCancelled() {
    Invoice.Scheduled triggered = Samples.scheduledInvoice(new OnTrigger(2)).triggered(Samples.NOW);
    for (Instant now : List.of(Samples.NOW, ten(23), ten(24).minusNanos(1))) {
      assertThat(broken(triggered, CANCEL, now)).containsExactly("R-INV-32 invoice");
    }
  }

  @Rule({"R-INV-32", "R-INV-34"})
  @Test
  void whatEcpayHasNotIssuedADayAfterItsTimeMayBeCancelledAfterAll() {
    for (Invoice.Scheduled late :
        List.of(
            Samples.scheduledInvoice(new AfterDays(2)),
            Samples.scheduledInvoice(new OnTrigger(2)).triggered(Samples.NOW))) {
      assertThat(broken(late, CANCEL, ten(24).minusNanos(1))).containsExactly("R-INV-32 invoice");
      assertThat(broken(late, CANCEL, ten(24))).isEmpty();
    }
  }

  @Rule("R-INV-32")
  @Test
  void oneThatWaitsForATriggerIsCancelledAtAnyTime() {
    Instant muchLater = ten(22).plus(Duration.ofDays(300));
    assertThat(broken(Samples.scheduledInvoice(new OnTrigger(0)), CANCEL, muchLater)).isEmpty();
  }

  @Rule("R-INV-33")
  @Test
  void onlyOneThatWaitsForATriggerIsTriggeredAndOnlyOnce() {
    Invoice.Scheduled waiting = Samples.scheduledInvoice(new OnTrigger(3));
    assertThat(broken(waiting, TRIGGER, ten(22))).isEmpty();
    assertThat(broken(waiting.triggered(ten(22)), TRIGGER, ten(22)))
        .containsExactly("R-INV-33 invoice");
    assertThat(broken(Samples.scheduledInvoice(new AfterDays(3)), TRIGGER, ten(22)))
        .containsExactly("R-INV-33 invoice");
  }

  @Rule("R-INV-32")
  @Test
  void itIsEditedBeforeItsTriggerOnly() {
    Invoice.Scheduled waiting = Samples.scheduledInvoice(new OnTrigger(3));
    assertThat(broken(waiting, EDIT, ten(22))).isEmpty();
    assertThat(broken(waiting.triggered(ten(22)), EDIT, ten(22)))
        .containsExactly("R-INV-32 invoice");
    Invoice.Scheduled byItself = Samples.scheduledInvoice(new AfterDays(3));
    assertThat(broken(byItself, EDIT, ten(24))).isEmpty();
    assertThat(broken(byItself, EDIT, ten(24).plusNanos(1))).containsExactly("R-INV-32 invoice");
  }

  @Rule("R-INV-26")
  @Test
  void oneChangeAtATime() {
    Invoice.Scheduled pending =
        Samples.scheduledInvoice(new OnTrigger(3)).wanting(Pending.of(CANCEL, Samples.NOW));
    for (Change.OfScheduled change : List.of(CANCEL, TRIGGER, EDIT)) {
      assertThat(broken(pending, change, ten(22))).containsExactly("R-INV-26 invoice");
      assertThat(broken(pending.unchanged(), change, ten(22))).isEmpty();
    }
  }
}
