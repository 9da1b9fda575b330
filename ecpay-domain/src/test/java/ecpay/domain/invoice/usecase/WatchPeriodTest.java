package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.invoice.InvoiceId;
import ecpay.domain.order.InvoiceTiming;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The warning before the documents of a term can no longer be voided (R-INV-22). */
class WatchPeriodTest {
  private final Desk desk = Desk.paid(new InvoiceTiming.ByHand());
  private final WatchPeriod watch =
      new WatchPeriod(
          desk.world.books.transactions(),
          desk.world.books.invoices(),
          desk.world.books.allowances(),
          desk.world.books.eventLog(),
          desk.world.clock);

  private Progress run() {
    return watch.proceed(new FollowUp.WatchPeriod(Samples.SHOP));
  }

  private List<IncidentRaised> warnings() {
    return desk.world.books.orderlessEvents().stream()
        .filter(IncidentRaised.class::isInstance)
        .map(IncidentRaised.class::cast)
        .filter(incident -> incident.kind().equals("VOID_WINDOW_CLOSES"))
        .toList();
  }

  @Rule("R-INV-22")
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:05:06, 2027-01-10T09:00:00",
    "2026-12-31T23:59:59, 2027-01-10T09:00:00",
    "2027-01-01T00:00:00, 2027-01-10T09:00:00",
    "2027-01-10T08:59:59, 2027-01-10T09:00:00",
    "2027-01-10T09:00:00, 2027-03-10T09:00:00",
    "2027-01-13T23:59:59, 2027-03-10T09:00:00",
    "2027-02-28T23:59:59, 2027-03-10T09:00:00",
    "2027-04-30T12:00:00, 2027-05-10T09:00:00",
    "2027-08-31T12:00:00, 2027-09-10T09:00:00",
    "2027-10-31T12:00:00, 2027-11-10T09:00:00"
  })
  void itWarnsOnThe10thOfAnOddMonthInTheMorning(String now, String next) {
    assertThat(WatchPeriod.nextAfter(Instant.parse(now + "+08:00")))
        .isEqualTo(Instant.parse(next + "+08:00"));
  }

  @Rule({"R-INV-22", "R-ALW-33"})
  @Test
  void acrossTheYearsEndItTellsOnceWhatIsStillOpenInTheTermThatCloses() {
    Consent owed = new Consent.Paper(new Consent.Signature.Owed("shop"), Consent.Notice.NONE);
    desk.request("a", 1, 1);
    desk.reduce("r1", owed, 1, 5);
    desk.request("b", 3, 1);
    desk.world.wire.script("Invalid", Fault.LOST);
    desk.voidInvoice();
    assertThat(run()).isEqualTo(new Progress.WaitUntil(Instant.parse("2027-01-10T01:00:00Z")));
    desk.world.clock.advanceTo(Instant.parse("2027-01-10T08:59:59+08:00"));
    desk.request("c", 1, 1); // in the term that does not close
    run();
    assertThat(warnings()).isEmpty();
    desk.world.clock.advance(Duration.ofSeconds(1));
    assertThat(run()).isEqualTo(new Progress.WaitUntil(Instant.parse("2027-03-10T01:00:00Z")));
    assertThat(warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.about()).isEqualTo("115-6");
          assertThat(warning.advice())
              .contains("2 live invoices")
              .contains("1 voids not gone through")
              .contains("0 allowances awaiting consent")
              .contains("1 signatures owed");
        });
    assertThat(desk.world.books.eventLog().incidents(Samples.SHOP, Long.MAX_VALUE, 99))
        .map(incident -> (IncidentRaised) incident.event())
        .filteredOn(incident -> incident.kind().equals("VOID_NOT_DONE"))
        .singleElement()
        .satisfies(named ->
            assertThat(desk.world.books.invoices().find(Samples.SHOP, new InvoiceId(named.about())))
                .get(InstanceOfAssertFactories.type(Invoice.Issued.class))
                .matches(invoice -> invoice.pending().isPresent()));
  }

  @Rule("R-INV-22")
  @Test
  void aRunThatWasKilledBeforeItWasWrittenDownAsDoneWarnsNoMoreWhenItIsRepeated() {
    desk.request("a", 1, 1);
    desk.world.wire.script("Invalid", Fault.LOST);
    desk.voidInvoice();
    desk.world.clock.advanceTo(Instant.parse("2027-01-10T09:00:00+08:00"));
    run();
    run();
    assertThat(desk.world.books.eventLog().incidents(Samples.SHOP, Long.MAX_VALUE, 99))
        .map(incident -> ((IncidentRaised) incident.event()).kind())
        .containsOnlyOnce("VOID_WINDOW_CLOSES", "VOID_NOT_DONE");
  }

  @Rule("R-INV-22")
  @Test
  void aRunThatComesLateStillWarnsUntilTheWindowIsClosed() {
    desk.world.clock.advanceTo(Instant.parse("2027-01-13T23:59:59+08:00"));
    run();
    assertThat(warnings()).hasSize(1);
    desk.world.clock.advance(Duration.ofSeconds(1));
    assertThat(run()).isEqualTo(new Progress.WaitUntil(Instant.parse("2027-03-10T01:00:00Z")));
    assertThat(warnings()).hasSize(1);
  }
}
