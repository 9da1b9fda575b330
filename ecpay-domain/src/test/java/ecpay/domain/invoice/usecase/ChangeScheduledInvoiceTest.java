package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contact.EmailAddress;
import ecpay.domain.event.DomainEvent.InvoiceCancelled;
import ecpay.domain.event.DomainEvent.InvoiceChangeRefused;
import ecpay.domain.event.DomainEvent.InvoiceEdited;
import ecpay.domain.event.DomainEvent.InvoiceTriggered;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.document.Correction;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.order.InvoiceTiming.AfterDays;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Delayed invoices of an order that was paid on 21 November 2026, 12:05 in Taipei. */
class ChangeScheduledInvoiceTest {
  private static final String TEN = "2026-11-22T10:00:00+08:00";
  private final Desk later = Desk.scheduled(new AfterDays(1));
  private final Desk onTrigger = Desk.scheduled(new OnTrigger(0));

  private static EmailAddress other() {
    return Desk.TO_OTHER_ADDRESS.email().orElseThrow();
  }

  @Rule("R-INV-31")
  @Test
  void aDelayedInvoiceIsIssuedAtEcpayAndFoundAtItsTime() {
    assertThat(later.world.wire.count("DelayIssue")).isEqualTo(1);
    assertThat(later.world.wire.count("Issue")).isZero();
    later.followUntil("2026-11-22T09:59:59+08:00");
    assertThat(later.invoice()).isInstanceOf(Invoice.Scheduled.class);
    later.world.ecpayDelays.issueAll();
    later.followUntil(TEN);
    assertThat(later.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(later.shop.incidents()).isEmpty();
  }

  @Rule({"R-INV-31", "R-INV-34"})
  @Test
  void oneThatEcpayHasNotIssuedIsForAPersonAfterADayAndKeepsItsParts() {
    later.followUntil("2026-11-23T09:59:59+08:00");
    assertThat(later.shop.incidents()).isEmpty();
    later.follow(Duration.ofDays(60));
    assertThat(later.shop.incidents()).containsExactly("NOT_ISSUED_IN_TIME");
    assertThat(later.invoice().holdsItsParts()).isTrue();
    int asked = later.world.wire.count("GetIssue");
    later.follow(Duration.ofDays(10));
    assertThat(later.world.wire.count("GetIssue")).isEqualTo(asked + 10);
    later.world.ecpayDelays.issueAll();
    later.follow(Duration.ofDays(1));
    assertThat(later.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule({"R-INV-32", "R-INV-34"})
  @Test
  void oneThatIsLateGivesItsPartsBackOnceEcpayHasCancelledIt() {
    later.follow(Duration.ofDays(3));
    assertThat(later.cancel()).isInstanceOf(Invoice.Cancelled.class);
    later.request("again", 1, 2);
    assertThat(later.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule("R-INV-32")
  @Test
  void itIsCancelledAtTenOfItsDay() {
    later.followUntil(TEN);
    assertThat(later.cancel()).isInstanceOf(Invoice.Cancelled.class);
    assertThat(later.shop.events(InvoiceCancelled.class)).hasSize(1);
    assertThat(later.world.ecpayDelays.count()).isZero();
    later.shop.runToTheEnd();
    assertThat(later.invoice()).isInstanceOf(Invoice.Cancelled.class);
    assertThat(later.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-32")
  @Test
  void aSecondAfterTenItIsNotCancelledAnyMore() {
    later.followUntil("2026-11-22T10:00:01+08:00");
    assertThat(Broken.rules(later::cancel)).containsExactly("R-INV-32 invoice");
    assertThat(later.world.wire.count("CancelDelayIssue")).isZero();
  }

  @Rule("R-INV-32")
  @Test
  void cancellingTwiceIsOneCall() {
    Invoice cancelled = onTrigger.cancel();
    assertThat(onTrigger.cancel()).isEqualTo(cancelled);
    assertThat(onTrigger.world.wire.count("CancelDelayIssue")).isEqualTo(1);
    assertThat(onTrigger.wishes()).isEqualTo(1);
    assertThat(Broken.rules(onTrigger::trigger)).containsExactly("R-INV-32 invoice");
    assertThat(Broken.rules(() -> onTrigger.edit(Desk.TO_OTHER_ADDRESS)))
        .containsExactly("R-INV-32 invoice");
  }

  @Rule({"R-INV-33", "R-INV-34"})
  @Test
  void withoutATriggerItIsNeverIssued() {
    onTrigger.follow(Duration.ofDays(40));
    assertThat(onTrigger.invoice()).isInstanceOf(Invoice.Scheduled.class);
    assertThat(onTrigger.invoice().holdsItsParts()).isTrue();
    assertThat(onTrigger.shop.incidents()).isEmpty();
    assertThat(onTrigger.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-33")
  @Test
  void aTriggerWithoutDaysAnswers4000004AndTheNumberIsAskedFor() {
    onTrigger.trigger();
    assertThat(onTrigger.waiting().triggeredAt()).contains(onTrigger.world.clock.instant());
    onTrigger.follow(Duration.ofMinutes(2));
    assertThat(onTrigger.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(onTrigger.shop.events(InvoiceTriggered.class)).hasSize(1);
    assertThat(onTrigger.trigger()).isEqualTo(onTrigger.invoice());
    assertThat(onTrigger.journal(Operation.TriggerIssue)).containsExactly("Accepted");
  }

  @Rule("R-INV-33")
  @Test
  void aTriggerWithDaysAnswers4000003AndIssuesOnlyAfterThem() {
    Desk desk = Desk.scheduled(new OnTrigger(2));
    desk.trigger();
    assertThat(desk.trigger()).isEqualTo(desk.waiting());
    assertThat(desk.world.wire.count("TriggerIssue")).isEqualTo(1);
    desk.followUntil("2026-11-23T09:59:59+08:00");
    assertThat(desk.invoice()).isInstanceOf(Invoice.Scheduled.class);
    desk.world.ecpayDelays.issueAll();
    desk.followUntil("2026-11-23T10:00:00+08:00");
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule("R-INV-33")
  @Test
  void oneThatIssuesByItselfIsNotTriggered() {
    assertThat(Broken.rules(later::trigger)).containsExactly("R-INV-33 invoice");
    assertThat(later.world.wire.count("TriggerIssue")).isZero();
  }

  @Rule({"R-INV-31", "R-INV-33"})
  @Test
  void aLostTriggerWithDaysWhoseRepeatIsRefusedWasActedUpon() {
    Desk desk = Desk.scheduled(new OnTrigger(2));
    desk.world.wire.script("TriggerIssue", Fault.LOST, Fault.REFUSED);
    desk.trigger();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.waiting().triggeredAt()).isPresent();
    assertThat(desk.waiting().pending()).isEmpty();
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-INV-32")
  @Test
  void itIsEditedBeforeItsTriggerAndIssuedAsEdited() {
    onTrigger.edit(Desk.TO_OTHER_ADDRESS);
    assertThat(onTrigger.edit(Desk.TO_OTHER_ADDRESS)).isEqualTo(onTrigger.invoice());
    assertThat(onTrigger.edit(Correction.NONE)).isEqualTo(onTrigger.invoice());
    assertThat(onTrigger.world.wire.count("EditDelayIssue")).isEqualTo(1);
    assertThat(onTrigger.shop.events(InvoiceEdited.class)).hasSize(1);
    onTrigger.trigger();
    Correction back =
        new Correction(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new EmailAddress("buyer@example.com")),
            Optional.empty());
    assertThat(Broken.rules(() -> onTrigger.edit(back))).containsExactly("R-INV-32 invoice");
    onTrigger.follow(Duration.ofHours(1));
    assertThat(onTrigger.issued().document().email()).contains(other());
    assertThat(Broken.rules(() -> onTrigger.edit(back))).containsExactly("R-INV-32 invoice");
    assertThat(Broken.rules(onTrigger::cancel)).containsExactly("R-INV-32 invoice");
  }

  @Rule("R-INV-32")
  @Test
  void oneThatIsIssuedWhileItsLostEditIsAskedAboutIsBookedAsEcpayIssuedIt() {
    for (Fault fault : new Fault[] {Fault.LOST, Fault.DONE_BUT_LOST}) {
      Desk desk = Desk.scheduled(new AfterDays(1));
      desk.world.wire.script("EditDelayIssue", fault);
      desk.edit(Desk.TO_OTHER_ADDRESS);
      desk.world.ecpayDelays.issueAll();
      desk.follow(Duration.ofHours(1));
      assertThat(desk.issued().document().email().orElseThrow().equals(other()))
          .isEqualTo(fault == Fault.DONE_BUT_LOST);
      assertThat(desk.world.wire.count("EditDelayIssue")).isEqualTo(1);
      boolean tooLate = fault == Fault.LOST;
      assertThat(desk.shop.incidents().contains("CHANGE_REFUSED")).isEqualTo(tooLate);
      assertThat(desk.shop.events(InvoiceChangeRefused.class)).hasSize(tooLate ? 1 : 0);
    }
  }

  @Rule("R-INV-32")
  @Test
  void oneThatIsIssuedBeforeItsLostCancelIsIssuedAndAPersonIsTold() {
    later.world.wire.script("CancelDelayIssue", Fault.LOST);
    later.cancel();
    later.world.ecpayDelays.issueAll();
    later.follow(Duration.ofHours(1));
    assertThat(later.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(later.shop.incidents()).containsExactly("CHANGE_REFUSED");
    assertThat(later.shop.events(InvoiceChangeRefused.class))
        .extracting(InvoiceChangeRefused::code)
        .containsExactly("ISSUED");
  }

  @Rule({"R-INV-31", "R-TRN-06"})
  @Test
  void aLostDelayIssueIsSentAgainUnderItsTsr() {
    Desk desk = Desk.paid(new AfterDays(15));
    desk.world.wire.script("DelayIssue", Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Scheduled.class);
    assertThat(desk.world.ecpayDelays.count()).isEqualTo(1);
    assertThat(desk.journal(Operation.DelayIssue))
        .containsExactly("Unknown", "Unknown", "NotSent", "Accepted");
  }

  @Rule("R-INV-31")
  @Test
  void aRefusedDelayIssueIsForAPerson() {
    Desk desk = Desk.paid(new AfterDays(15));
    desk.world.wire.script("DelayIssue", Fault.REFUSED);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Refused.class);
    assertThat(desk.shop.incidents()).containsExactly("ISSUE_REFUSED");
  }

  @Rule("R-INV-21")
  @Test
  void itsUploadIsLookedForFromTheTimeEcpayIssuedIt() {
    onTrigger.follow(Duration.ofDays(5));
    onTrigger.trigger();
    onTrigger.follow(Duration.ofMinutes(2));
    Instant issued = onTrigger.issued().facts().issuedAt();
    onTrigger.shop.runUntil(issued.plus(Duration.ofDays(1)));
    assertThat(onTrigger.issued().uploadedAt()).isPresent();
  }
}
