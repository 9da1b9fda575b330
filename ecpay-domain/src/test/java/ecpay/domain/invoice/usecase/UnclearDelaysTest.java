package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.Invoice.Scheduled.Doubt;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.order.InvoiceTiming.AfterDays;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Delayed invoices of which nobody knows what ECPay did: their parts are never invoiced twice. */
class UnclearDelaysTest {

  private static Desk unclear(InvoiceTiming.Delayed delay, Fault fault) {
    Desk desk = Desk.paid(delay);
    desk.world.wire.script("DelayIssue", fault);
    desk.follow(Duration.ofHours(1));
    return desk;
  }

  private static Desk after(InvoiceTiming.Delayed delay, String operation, Fault... faults) {
    Desk desk = Desk.scheduled(delay);
    desk.world.wire.script(operation, faults);
    return desk;
  }

  @Rule({"R-INV-34", "R-PAY-13", "R-TRN-06"})
  @Test
  void aDelayIssueThatEndsWithHttp500HoldsItsPartsAndIsFoundAtItsTime() {
    Desk desk = unclear(new AfterDays(3), Fault.DONE_BUT_HTTP_500);
    assertThat(desk.waiting().doubt()).contains(Doubt.TAKEN);
    assertThat(desk.invoice().holdsItsParts()).isTrue();
    assertThat(desk.shop.incidents()).containsExactly("DELAY_UNCLEAR");
    desk.world.ecpayDelays.issueAll();
    desk.follow(Duration.ofDays(3));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.world.wire.count("DelayIssue")).isEqualTo(1);
    assertThat(desk.shop.incidents()).containsExactly("DELAY_UNCLEAR");
  }

  @Rule({"R-INV-33", "R-INV-34"})
  @Test
  void oneThatEcpayMayNotHaveIsFoundThoughItIsTriggeredElsewhere() {
    Desk desk = unclear(new OnTrigger(0), Fault.DONE_BUT_HTTP_500);
    desk.follow(Duration.ofDays(30));
    desk.world.ecpayDelays.issueAll();
    desk.follow(Duration.ofDays(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule({"R-INV-32", "R-INV-34"})
  @Test
  void cancellingOneThatEcpayMayNotHaveFreesItsPartsWhetherEcpayHasItOrNot() {
    for (Fault fault : new Fault[] {Fault.HTTP_500, Fault.DONE_BUT_HTTP_500}) {
      Desk desk = unclear(new AfterDays(15), fault);
      desk.cancel();
      desk.follow(Duration.ofMinutes(5));
      assertThat(desk.invoice()).isInstanceOf(Invoice.Cancelled.class);
      assertThat(desk.world.ecpayDelays.count()).isZero();
      desk.request("again", 1, 2);
      assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    }
  }

  @Rule({"R-INV-32", "R-INV-34"})
  @Test
  void whatEcpayHasNotAnyMoreHoldsItsPartsUntilGetIssueDoesNotShowItEither() {
    Desk desk = Desk.scheduled(new AfterDays(15));
    desk.world.wire.meanwhile("CancelDelayIssue", desk.world.ecpayDelays::issueAll);
    desk.cancel();
    assertThat(desk.waiting().doubt()).contains(Doubt.GONE);
    desk.follow(Duration.ofMinutes(5));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_REFUSED");
  }

  @Rule({"R-INV-33", "R-TRN-06"})
  @Test
  void aTriggerThatEndsWithHttp500IsWatched() {
    Desk desk = after(new OnTrigger(3), "TriggerIssue", Fault.DONE_BUT_HTTP_500);
    desk.trigger();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.waiting().triggeredAt()).isEmpty();
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_UNCLEAR");
    desk.world.ecpayDelays.issueAll();
    desk.follow(Duration.ofDays(4));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
  }

  @Rule({"R-INV-33", "R-TRN-06"})
  @Test
  void triggeringAgainAfterHttp500IsARepeatWhoseRefusalMeansDone() {
    Desk desk = after(new OnTrigger(3), "TriggerIssue", Fault.DONE_BUT_HTTP_500, Fault.REFUSED);
    desk.trigger();
    desk.follow(Duration.ofHours(1));
    desk.trigger();
    assertThat(desk.waiting().triggeredAt()).isPresent();
    assertThat(desk.waiting().doubt()).isEmpty();
  }

  @Rule({"R-INV-32", "R-INV-34", "R-TRN-06"})
  @Test
  void cancellingAgainAfterHttp500IsARepeatWhoseRefusalMeansDone() {
    Desk desk = after(new OnTrigger(0), "CancelDelayIssue", Fault.DONE_BUT_HTTP_500, Fault.REFUSED);
    desk.cancel();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.waiting().doubt()).contains(Doubt.CANCELLED);
    desk.cancel();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Cancelled.class);
  }

  @Rule({"R-INV-33", "R-INV-34", "R-TRN-06"})
  @Test
  void whatMayBeTriggeredIsNotTakenForCancelled() {
    Desk desk = after(new OnTrigger(3), "TriggerIssue", Fault.DONE_BUT_HTTP_500);
    desk.trigger();
    desk.follow(Duration.ofHours(1));
    desk.world.wire.script("CancelDelayIssue", Fault.HTTP_500, Fault.REFUSED);
    for (int i = 0; i < 2; i++) {
      desk.cancel();
      desk.follow(Duration.ofHours(1));
      assertThat(desk.waiting().doubt()).contains(Doubt.TRIGGERED);
    }
    assertThat(desk.invoice().holdsItsParts()).isTrue();
  }

  @Rule({"R-INV-32", "R-INV-34"})
  @Test
  void aRefusedRepeatAfterItsTimeDoesNotMeanThatItWasCancelled() {
    Desk desk = after(new AfterDays(1), "CancelDelayIssue", Fault.HTTP_500, Fault.REFUSED);
    desk.cancel();
    desk.follow(Duration.ofDays(3));
    desk.cancel();
    desk.follow(Duration.ofDays(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Scheduled.class);
    assertThat(desk.invoice().holdsItsParts()).isTrue();
  }
}
