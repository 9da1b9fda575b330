package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceReference;
import ecpay.domain.allowance.document.AllowanceOfInvoice.ReturnedLine;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance.Request;
import ecpay.domain.allowance.usecase.RequestAllowance.Result;
import ecpay.domain.event.DomainEvent.AllowanceAwaitsConsent;
import ecpay.domain.event.DomainEvent.AllowanceExpired;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.event.DomainEvent.AllowanceRefused;
import ecpay.domain.event.DomainEvent.AllowanceRequested;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requesting, sending, investigating and judging allowances of the sample invoice. */
class AllowanceJourneyTest {
  private static final Consent ONLINE = Samples.onlineConsent();
  private static final Consent PAPER = Samples.paperConsent();
  private final World world = new World();
  private final Shop shop = Shop.invoiced(world);

  /** Books of 350 TWD each. */
  static Request books(String reference, Consent consent, int count) {
    return new Request(
        new AllowanceReference(reference),
        Optional.empty(),
        consent,
        Optional.of("王小明"),
        List.of(new ReturnedLine(1, Quantity.of(count), Optional.empty())));
  }

  private Result request(String reference, Consent consent, int count) {
    return world.requestAllowance.request(
        Samples.SHOP, shop.order, books(reference, consent, count));
  }

  /** A price reduction on paper, for no goods. */
  private Result reduce(String reference, int line, long twd) {
    return world.requestAllowance.request(
        Samples.SHOP,
        shop.order,
        new Request(
            new AllowanceReference(reference),
            Optional.empty(),
            PAPER,
            Optional.empty(),
            List.of(new ReturnedLine(line, Optional.empty(), Optional.of(Money.of(twd))))));
  }

  private Allowance allowance() {
    return shop.allowances().getLast();
  }

  private Progress settle() {
    return shop.proceed(new FollowUp.SettleAllowance(Samples.SHOP, allowance().id()));
  }

  @Rule({"R-ALW-20", "R-ALW-21"})
  @Test
  void anOnlineAllowanceAwaitsTheBuyersConsent() {
    Result result = request("r1", ONLINE, 1);
    assertThat(result).isEqualTo(new Result.Requested(allowance()));
    assertThat(allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(shop.events(AllowanceRequested.class)).hasSize(1);
    assertThat(shop.events(AllowanceAwaitsConsent.class)).hasSize(1);
    assertThat(shop.events(AllowanceIssued.class)).isEmpty();
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule("R-ALW-33")
  @Test
  void aPaperAllowanceIsIssuedAtOnce() {
    request("r1", PAPER, 1);
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(world.wire.count("Allowance")).isEqualTo(1);
    assertThat(world.wire.count("AllowanceByCollegiate")).isZero();
    assertThat(shop.events(AllowanceIssued.class)).hasSize(1);
    assertThat(shop.incidents()).isEmpty();
    assertThat(settle()).isEqualTo(Progress.DONE);
  }

  @Test
  void theSameReturnAgainIsFoundAndAnotherOneUnderItsReferenceRefused() {
    request("r1", ONLINE, 1);
    Allowance first = allowance();
    assertThat(request("r1", ONLINE, 1)).isEqualTo(new Result.AlreadyRequested(first));
    assertThat(request("r1", ONLINE, 2)).isEqualTo(new Result.ReferenceTaken(first.id()));
    assertThat(shop.allowances()).hasSize(1);
    assertThat(world.ecpayAllowances.entries()).hasSize(1);
  }

  @Rule({"R-ALW-03", "R-ALW-04"})
  @Test
  void neverMoreThanRemains() {
    request("r1", ONLINE, 2);
    assertThat(Broken.rules(() -> reduce("r2", 1, 1))).containsExactly("R-ALW-03 lines[0].amount");
    assertThat(Broken.rules(() -> request("r2", PAPER, 1)))
        .containsExactly("R-ALW-04 lines[0].quantity");
    assertThat(shop.allowances()).hasSize(1);
    assertThat(world.wire.count("Allowance")).isZero();
  }

  @Rule("R-ALW-32")
  @Test
  void withoutAnIssuedInvoiceThereIsNoAllowance() {
    Shop uninvoiced = Shop.paid(new World());
    assertThat(
            Broken.rules(() ->
                uninvoiced.world.requestAllowance.request(
                    Samples.SHOP, uninvoiced.order, books("r1", ONLINE, 1))))
        .containsExactly("R-ALW-32 invoice");
  }

  @Rule("R-ALW-23")
  @Test
  void withoutConsentItExpiresAtItsDeadlineAfterOneQueryAndGivesItsAmountBack() {
    request("r1", ONLINE, 2);
    shop.runUntil(world.clock.instant().plus(Allowance.CONSENT_TIME).minusSeconds(2));
    assertThat(allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(world.wire.count("GetAllowanceList")).isZero();
    shop.runUntil(world.clock.instant().plusSeconds(2));
    assertThat(allowance()).isInstanceOf(Allowance.Expired.class);
    assertThat(world.wire.count("GetAllowanceList")).isEqualTo(1);
    assertThat(shop.events(AllowanceExpired.class)).hasSize(1);
    assertThat(request("r2", PAPER, 2)).isInstanceOf(Result.Requested.class);
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule({"R-ALW-22", "R-ALW-23"})
  @Test
  void aConsentWhoseCallbackWasLostIsFoundAtTheDeadline() {
    request("r1", ONLINE, 1);
    world.ecpayAllowances.consent(world.ecpayAllowances.entries().getFirst().number());
    shop.runToTheEnd();
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.events(AllowanceIssued.class)).hasSize(1);
    assertThat(shop.incidents()).isEmpty();
  }

  @Test
  void aRefusalGivesTheAmountBack() {
    world.wire.script("AllowanceByCollegiate", Fault.REFUSED);
    request("r1", ONLINE, 2);
    assertThat(allowance()).isInstanceOf(Allowance.Refused.class);
    assertThat(shop.events(AllowanceRefused.class)).hasSize(1);
    assertThat(request("r2", ONLINE, 2)).isInstanceOf(Result.Requested.class);
  }

  @Test
  void aRefusalThatNobodyWaitedForIsForAPerson() {
    world.wire.script("AllowanceByCollegiate", Fault.NOT_SENT, Fault.REFUSED);
    request("r1", ONLINE, 1);
    assertThat(shop.incidents()).isEmpty();
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.Refused.class);
    assertThat(shop.incidents()).containsExactly("ALLOWANCE_REFUSED");
  }

  @Test
  void aCallThatNeverLeftIsTriedAgain() {
    world.wire.script("AllowanceByCollegiate", Fault.NOT_SENT, Fault.NOT_SENT);
    request("r1", ONLINE, 1);
    assertThat(allowance()).isInstanceOf(Allowance.Requested.class);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(world.ecpayAllowances.entries()).hasSize(1);
    assertThat(world.wire.count("GetAllowanceList")).isZero();
  }

  @Rule("R-ALW-29")
  @Test
  void anotherRemainingAmountIsAnIncident() {
    world.ecpayInvoices.showTooMuch(1);
    request("r1", PAPER, 1);
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule("R-ALW-29")
  @Test
  void anotherRemainingAmountOfAWaitingOneIsAnIncident() {
    world.ecpayInvoices.showTooMuch(1);
    request("r1", ONLINE, 1);
    assertThat(allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Test
  void everyCallIsInTheJournalWithItsEnd() {
    world.wire.script("Allowance", Fault.NOT_SENT, Fault.LOST);
    request("r1", PAPER, 1);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(2)));
    assertThat(world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
        .filteredOn(call -> call.operation() == Operation.Allowance)
        .extracting(Call::outcome)
        .containsExactly("NotSent", "Unknown", "Accepted");
  }

  @Rule("R-ALW-29")
  @Test
  void anAllowanceStillInDoubtIsNoDifference() {
    world.wire.script("AllowanceByCollegiate", Fault.NOT_SENT);
    request("r1", ONLINE, 1);
    request("r2", PAPER, 1);
    assertThat(shop.incidents()).isEmpty();
  }
}
