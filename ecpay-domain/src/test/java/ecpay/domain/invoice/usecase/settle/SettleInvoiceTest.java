package ecpay.domain.invoice.usecase.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.InvoiceIssued;
import ecpay.domain.event.DomainEvent.InvoiceOutcomeUnknown;
import ecpay.domain.event.DomainEvent.InvoiceRefused;
import ecpay.domain.event.DomainEvent.InvoiceRequested;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Interruptions.Killed;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettleInvoiceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private final World world = new World();
  private final Shop shop = Shop.paid(world);
  private final FollowUp.IssueInvoice issue = new FollowUp.IssueInvoice(Samples.SHOP, shop.order);

  /** Asks for the invoice of the payment; whatever is left to do is the invoice's follow-up. */
  private void ask() {
    assertThat(shop.proceed(issue)).isEqualTo(Progress.DONE);
  }

  private FollowUp.SettleInvoice settling() {
    return new FollowUp.SettleInvoice(Samples.SHOP, shop.invoice().id());
  }

  /** One run of the invoice's follow-up. */
  private Progress proceed() {
    return shop.proceed(settling());
  }

  private void issuedOnce() {
    assertThat(shop.invoice()).isInstanceOf(Invoice.Issued.class);
    assertThat(world.ecpayInvoices.count()).isEqualTo(1);
    assertThat(shop.events(InvoiceRequested.class)).hasSize(1);
    assertThat(shop.events(InvoiceIssued.class)).hasSize(1);
  }

  @Rule({"R-INV-02", "R-INV-34"})
  @Test
  void aPaidOrderIsInvoicedOnceAndTheBuyerToldAfterwards() {
    ask();
    issuedOnce();
    assertThat(shop.invoice().document().relateNumber().value())
        .isEqualTo(shop.invoice().id().value());
    assertThat(shop.invoice().document().salesAmount()).isEqualTo(shop.order().total());
    assertThat(world.books.scheduled())
        .containsKey(new FollowUp.NotifyBuyer(Samples.SHOP, shop.order));
    ask();
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
    assertThat(world.wire.count("Issue")).isEqualTo(1);
  }

  @Rule("R-INV-34")
  @Test
  void anUnpaidOrderIsNotInvoiced() {
    Shop unpaid = new Shop();
    FollowUp.IssueInvoice early = new FollowUp.IssueInvoice(Samples.SHOP, unpaid.order);
    assertThat(Broken.rules(() -> unpaid.proceed(early))).containsExactly("R-INV-34 order");
    assertThat(unpaid.invoices()).isEmpty();
    assertThat(unpaid.world.wire.count("Issue")).isZero();
  }

  @Rule({"R-PAY-13", "R-INV-02"})
  @Test
  void aLostAnswerIsSettledByAskingAndNeverDoubled() {
    world.wire.script("Issue", Fault.NOT_SENT, Fault.DONE_BUT_LOST);
    ask();
    assertThat(proceed()).isEqualTo(new Progress.WaitUntil(world.clock.instant().plus(PATIENCE)));
    assertThat(shop.events(InvoiceOutcomeUnknown.class)).hasSize(1);
    world.clock.advance(PATIENCE);
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
    assertThat(world.wire.count("Issue")).isEqualTo(2);
    assertThat(world.wire.count("GetIssue")).isEqualTo(1);
  }

  @Rule("R-PAY-13")
  @Test
  void aCallThatNeverArrivedIsSentAgainOnlyAfterAsking() {
    world.wire.script("Issue", Fault.LOST);
    ask();
    assertThat(world.books.scheduled())
        .containsEntry(settling(), world.clock.instant().plus(PATIENCE));
    world.clock.advance(PATIENCE);
    assertThat(proceed()).isEqualTo(new Progress.WaitUntil(world.clock.instant()));
    assertThat(world.wire.count("Issue")).isEqualTo(1);
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
    assertThat(world.wire.count("Issue")).isEqualTo(2);
  }

  @Rule({"R-PAY-13", "R-TRN-06"})
  @Test
  void afterHttp500NothingIsSentAgainByItself() {
    world.wire.script("Issue", Fault.HTTP_500);
    shop.runToTheEnd();
    assertThat(world.wire.count("Issue")).isEqualTo(1);
    assertThat(shop.invoice()).isInstanceOf(Invoice.Refused.class);
    assertThat(shop.events(InvoiceRefused.class))
        .extracting(InvoiceRefused::code)
        .containsExactly("NEVER_HAPPENED");
    assertThat(shop.incidents()).containsExactly("RESEND_NEEDS_A_PERSON");
    assertThat(proceed()).isEqualTo(Progress.DONE);
    assertThat(world.wire.count("Issue")).isEqualTo(1);
  }

  @Rule({"R-PAY-13", "R-TRN-06"})
  @Test
  void anInvoiceThatWasMadeInSpiteOfHttp500IsFound() {
    world.wire.script("Issue", Fault.DONE_BUT_HTTP_500);
    shop.runToTheEnd();
    issuedOnce();
    assertThat(shop.incidents()).isEmpty();
  }

  @Test
  void everyCallIsInTheJournalWithItsEnd() {
    world.wire.script("Issue", Fault.NOT_SENT, Fault.LOST);
    shop.runToTheEnd();
    assertThat(world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
        .filteredOn(call -> call.operation() == Operation.Issue)
        .extracting(Call::outcome)
        .containsExactly("NotSent", "Unknown", "Accepted");
    assertThat(world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
        .allMatch(call -> call.closedAt().isPresent());
  }

  @Test
  void anInvoiceFoundMeanwhileIsNotIssuedAgainByALateQuery() {
    world.wire.script("Issue", Fault.DONE_BUT_LOST);
    ask();
    world.clock.advance(PATIENCE);
    world.interruptions.before("InvoiceGateway.getIssue", this::proceed);
    assertThat(proceed()).isEqualTo(new Progress.WaitUntil(world.clock.instant()));
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
  }

  @Test
  void aCallThatNeverLeftIsTriedAgain() {
    world.wire.script("Issue", Fault.NOT_SENT, Fault.NOT_SENT);
    ask();
    assertThat(shop.invoice()).isInstanceOf(Invoice.Requested.class);
    assertThat(proceed()).isInstanceOf(Progress.TryAgain.class);
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
    assertThat(world.wire.count("GetIssue")).isZero();
  }

  @Test
  void aRefusalIsForAPerson() {
    world.wire.script("Issue", Fault.REFUSED);
    ask();
    assertThat(shop.invoice()).isInstanceOf(Invoice.Refused.class);
    assertThat(shop.incidents()).containsExactly("ISSUE_REFUSED");
    assertThat(shop.events(InvoiceRefused.class)).hasSize(1);
    assertThat(proceed()).isEqualTo(Progress.DONE);
    assertThat(world.wire.count("Issue")).isEqualTo(1);
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSED", "NOT_SENT", "LOST", "HTTP_500"})
  void aQueryThatFailsIsAskedAgainAndNothingIsSent(Fault fault) {
    world.wire.script("Issue", Fault.DONE_BUT_LOST);
    ask();
    Invoice unknown = shop.invoice();
    world.clock.advance(PATIENCE);
    world.wire.script("GetIssue", fault);
    assertThat(proceed()).isInstanceOf(Progress.TryAgain.class);
    assertThat(shop.invoice()).isEqualTo(unknown);
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
    assertThat(world.wire.count("Issue")).isEqualTo(1);
  }

  @Test
  void anotherAmountInEcpaysBooksIsAnIncident() {
    world.wire.script("Issue", Fault.DONE_BUT_LOST);
    ask();
    world.ecpayInvoices.showTooMuch(1);
    world.clock.advance(PATIENCE);
    assertThat(proceed()).isEqualTo(Progress.DONE);
    issuedOnce();
    assertThat(shop.incidents()).containsExactly("AMOUNT_DIFFERS");
  }

  @Rule("R-PAY-13")
  @Test
  void aRunThatWasKilledDuringTheCallIsWaitedForBeforeEcpayIsAsked() {
    world.interruptions.before("InvoiceGateway.issue", () -> world.interruptions.killAt(0, true));
    assertThat(catchThrowableOfType(Killed.class, this::ask)).isNotNull();
    world.interruptions.killNoMore();
    assertThat(proceed()).isEqualTo(new Progress.WaitUntil(world.clock.instant().plus(PATIENCE)));
    assertThat(world.wire.count("GetIssue")).isZero();
    assertThat(world.wire.count("Issue")).isEqualTo(1);
    world.clock.advance(PATIENCE);
    proceed();
    assertThat(world.wire.count("GetIssue")).isEqualTo(1);
  }

  @Test
  void anAnswerThatComesAfterTheQueryChangesNothing() {
    world.interruptions.before(
        "InvoiceGateway.issue",
        () -> {
          world.clock.advance(PATIENCE);
          proceed(); // asks, learns that nothing happened
          proceed(); // sends it
        });
    ask();
    issuedOnce();
  }

  @Rule({"R-PAY-13", "R-INV-02", "R-INV-34"})
  @Test
  void killedAnywhereTheOrderHasExactlyOneInvoice() {
    for (Fault fault : List.of(Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT)) {
      int points =
          Shop.killEverywhere(
              new Shop.Story() {
                @Override
                public Shop begin() {
                  World fresh = new World();
                  fresh.wire.script("Issue", fault);
                  return Shop.paid(fresh);
                }

                @Override
                public void live(Shop killed) {
                  killed.runUntil(killed.world.clock.instant().plus(Duration.ofHours(1)));
                }

                @Override
                public void check(Shop killed) {
                  assertThat(killed.world.ecpayInvoices.count()).isEqualTo(1);
                  assertThat(killed.invoice()).isInstanceOf(Invoice.Issued.class);
                  assertThat(killed.events(InvoiceRequested.class)).hasSize(1);
                  assertThat(killed.events(InvoiceIssued.class)).hasSize(1);
                  assertThat(killed.incidents()).isEmpty();
                  assertThat(killed.world.books.unfinished()).isEmpty();
                  assertThat(killed.world.wire.count("InvoiceNotify")).isLessThanOrEqualTo(1);
                }
              });
      assertThat(points).isGreaterThan(50);
    }
  }
}
