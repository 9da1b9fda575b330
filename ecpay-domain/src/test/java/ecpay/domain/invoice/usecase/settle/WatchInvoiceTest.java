package ecpay.domain.invoice.usecase.settle;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.event.DomainEvent.InvoiceUploaded;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.order.Buyer;
import ecpay.domain.order.OrderContent;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The upload within 48 hours and the lottery on the 29th. */
class WatchInvoiceTest {
  private final Desk desk = Desk.invoiced();
  private final Instant issuedAt = desk.issued().facts().issuedAt();

  private Progress watch() {
    return desk.shop.proceed(new FollowUp.WatchInvoice(Samples.SHOP, desk.id()));
  }

  @Rule("R-INV-21")
  @Test
  void itsUploadIsLookedForADayAfterItWasIssuedAndNotBefore() {
    int asked = desk.world.wire.count("GetIssue");
    desk.shop.runUntil(issuedAt.plus(Duration.ofDays(1)).minusSeconds(1));
    assertThat(watch()).isEqualTo(new Progress.WaitUntil(issuedAt.plus(Duration.ofDays(1))));
    assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked);
    desk.follow(Duration.ofSeconds(1));
    assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked + 1);
    assertThat(desk.issued().uploadedAt()).contains(issuedAt.plus(Duration.ofDays(1)));
    assertThat(desk.shop.events(InvoiceUploaded.class)).hasSize(1);
    desk.shop.runToTheEnd();
    assertThat(desk.shop.incidents()).isEmpty();
    assertThat(desk.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-21")
  @Test
  void withoutAnUploadThereIsOneAlarmAfter48HoursAndALaterUploadIsStillRecorded() {
    desk.world.ecpayInvoices.uploads(false);
    desk.shop.runUntil(issuedAt.plus(Duration.ofDays(2)).minusSeconds(1));
    assertThat(desk.shop.incidents()).isEmpty();
    desk.follow(Duration.ofSeconds(1));
    assertThat(desk.shop.incidents()).containsExactly("NOT_UPLOADED");
    desk.follow(Duration.ofDays(9));
    assertThat(desk.shop.incidents()).containsExactly("NOT_UPLOADED");
    assertThat(desk.issued().uploadedAt()).isEmpty();
    desk.world.ecpayInvoices.uploads(true);
    desk.follow(Duration.ofDays(1));
    assertThat(desk.issued().uploadedAt()).isPresent();
    assertThat(desk.shop.incidents()).containsExactly("NOT_UPLOADED");
  }

  @Rule("R-INV-21")
  @Test
  void anUploadWhoseTimeEcpayDoesNotTellIsNoAlarm() {
    desk.world.ecpayInvoices.hideTimesOfUploads();
    desk.follow(Duration.ofDays(1));
    assertThat(desk.issued().uploadedAt()).contains(issuedAt.plus(Duration.ofDays(1)));
    desk.shop.runToTheEnd();
    assertThat(desk.shop.incidents()).isEmpty();
    assertThat(desk.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-21")
  @Test
  void theAlarmIsRaisedEvenIfEcpayCouldNotBeAskedForDays() {
    desk.world.ecpayInvoices.uploads(false);
    desk.world.wire.script(
        "GetIssue", Collections.nCopies(9, Fault.NOT_SENT).toArray(Fault[]::new));
    desk.world.clock.advance(Duration.ofDays(6));
    desk.follow(Duration.ofDays(4));
    assertThat(desk.shop.incidents()).containsExactly("NOT_UPLOADED");
  }

  @Rule({"R-INV-21", "R-INV-27"})
  @Test
  void aReissuedOneThatIsNotUploadedAgainIsAnotherAlarm() {
    desk.world.ecpayInvoices.uploads(false);
    desk.follow(Duration.ofDays(4));
    desk.reissue(Desk.TO_OTHER_ADDRESS);
    desk.follow(Duration.ofDays(1));
    assertThat(desk.shop.incidents()).containsExactly("NOT_UPLOADED");
    desk.follow(Duration.ofDays(4));
    assertThat(desk.shop.incidents()).containsExactly("NOT_UPLOADED", "NOT_UPLOADED");
  }

  @Rule("R-INV-21")
  @Test
  void aVoidOneIsNotWatched() {
    desk.voidInvoice();
    int asked = desk.world.wire.count("GetIssue");
    desk.shop.runToTheEnd();
    assertThat(watch()).isEqualTo(Progress.DONE);
    assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked);
  }

  @Rule("R-INV-26")
  @Test
  void oneThatWasVoidedInEcpaysConsoleIsForAPerson() {
    desk.world.ecpayInvoices.invalid(Samples.merchant(), desk.issued().facts(), Desk.REASON);
    desk.shop.runToTheEnd();
    assertThat(desk.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(desk.shop.incidents()).containsExactly("VOIDED_ELSEWHERE");
    watch();
    assertThat(desk.shop.incidents()).as("asked once more").containsExactly("VOIDED_ELSEWHERE");
    assertThat(desk.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-26")
  @Test
  void oneWhoseVoidIsUnderWayIsNotTakenForVoidedElsewhere() {
    desk.world.wire.script("Invalid", Fault.DONE_BUT_LOST);
    desk.voidInvoice();
    desk.world.clock.advance(Duration.ofDays(1));
    assertThat(watch()).isInstanceOf(Progress.WaitUntil.class);
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-TRN-06")
  @Test
  void nothingIsWrittenBesideAVoidThatIsOnItsWay() {
    desk.world.clock.advance(Duration.ofDays(1));
    desk.world.wire.script("Invalid", Fault.HTTP_500);
    desk.world.wire.meanwhile("Invalid", this::watch);
    desk.voidInvoice();
    assertThat(desk.issued().uploadedAt()).isEmpty();
    desk.follow(Duration.ofDays(1));
    assertThat(desk.world.wire.count("Invalid")).isEqualTo(1);
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_UNCLEAR");
    assertThat(desk.issued().uploadedAt()).isPresent();
  }

  private static Desk withoutEmail() {
    OrderContent sample = Samples.content();
    return Desk.of(
        Shop.paid(
            new World(),
            new OrderContent(
                new Buyer(
                    sample.buyer().name(),
                    Optional.empty(),
                    Optional.of(new PhoneNumber("0912345678"))),
                sample.lines(),
                sample.total(),
                sample.description(),
                sample.invoice())));
  }

  @Rule("R-INV-35")
  @Test
  void aCarrierInvoiceWithoutAnEmailIsWarnedOfOnceAWeekBeforeTheDraw() {
    Desk silent = withoutEmail();
    silent.followUntil("2027-01-22T08:59:59+08:00");
    assertThat(silent.shop.incidents()).isEmpty();
    silent.followUntil("2027-01-22T09:00:00+08:00");
    assertThat(silent.shop.incidents()).containsExactly("WINNER_CANNOT_BE_TOLD");
    silent.shop.runToTheEnd();
    silent.shop.proceed(new FollowUp.WatchInvoice(Samples.SHOP, silent.id()));
    assertThat(silent.shop.incidents()).containsExactly("WINNER_CANNOT_BE_TOLD");
    assertThat(silent.world.books.unfinished()).isEmpty();
  }

  @Rule("R-INV-35")
  @Test
  void oneThatChangedDuringTheWarningIsLookedAtAfresh() {
    Desk silent = withoutEmail();
    silent.followUntil("2027-01-13T09:00:00+08:00");
    silent.world.clock.advanceTo(Instant.parse("2027-01-22T09:00:00+08:00"));
    Invoice.Issued seen = silent.issued();
    silent.world.interruptions.before("Transactions.inTransaction", () -> save(silent, seen));
    assertThat(silent.shop.proceed(new FollowUp.WatchInvoice(Samples.SHOP, silent.id())))
        .isEqualTo(new Progress.WaitUntil(silent.world.clock.instant()));
    assertThat(silent.shop.incidents()).isEmpty();
    silent.shop.proceed(new FollowUp.WatchInvoice(Samples.SHOP, silent.id()));
    assertThat(silent.shop.incidents()).containsExactly("WINNER_CANNOT_BE_TOLD");
  }

  private void save(Desk other, Invoice.Issued seen) {
    var books = other.world.books;
    books
        .transactions()
        .run(() -> {
          books.orders().lock(Samples.SHOP, other.shop.order);
          books.invoices().save(seen.uploaded(issuedAt));
        });
  }

  @Rule("R-INV-35")
  @Test
  void oneThatGotAnEmailBeforeIsNotWarnedOf() {
    Desk silent = withoutEmail();
    silent.follow(Duration.ofDays(2));
    silent.reissue(Desk.TO_OTHER_ADDRESS);
    silent.followUntil("2027-02-01T09:00:00+08:00");
    assertThat(silent.shop.incidents()).isEmpty();
    desk.followUntil("2027-02-01T09:00:00+08:00");
    assertThat(desk.shop.incidents()).isEmpty();
  }
}
