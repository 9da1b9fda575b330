package ecpay.domain.allowance.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.Reason;
import ecpay.domain.event.DomainEvent.AllowanceCancelled;
import ecpay.domain.event.DomainEvent.AllowanceVoided;
import ecpay.domain.event.DomainEvent.AllowanceWithdrawalRequested;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cancelling an allowance that awaits consent, or voiding one that exists. */
class WithdrawAllowanceTest {
  private final Desk desk = Desk.invoiced();

  private void online() {
    desk.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(desk.allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
  }

  private void paper() {
    desk.reduce("r1", Samples.paperConsent(), 3, 50);
    assertThat(desk.allowance()).isInstanceOf(Allowance.Issued.class);
  }

  private static String ruleOf(ThrowingCallable move) {
    return requireNonNull(catchThrowableOfType(IllegalMoveException.class, move)).rule();
  }

  @Rule("R-ALW-24")
  @Test
  void oneThatAwaitsConsentIsCancelledOnceAndGivesItsAmountBack() {
    online();
    Allowance cancelled = desk.cancelAllowance();
    assertThat(cancelled).isInstanceOf(Allowance.Cancelled.class);
    assertThat(desk.cancelAllowance()).isEqualTo(cancelled);
    assertThat(desk.journal(Operation.AllowanceInvalidByCollegiate)).containsExactly("Accepted");
    assertThat(desk.world.wire.count("AllowanceInvalid")).isZero();
    assertThat(desk.shop.events(AllowanceWithdrawalRequested.class)).hasSize(1);
    assertThat(desk.shop.events(AllowanceCancelled.class)).hasSize(1);
    desk.reduce("r2", Samples.paperConsent(), 3, 200);
    assertThat(desk.allowance()).isInstanceOf(Allowance.Issued.class);
    desk.shop.runToTheEnd();
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-ALW-24")
  @Test
  void itIsCancelledUntilItsDeadlineAndNotAfter() {
    online();
    Allowance.AwaitingConsent waiting = (Allowance.AwaitingConsent) desk.allowance();
    desk.shop.runUntil(waiting.deadline().minusSeconds(1));
    assertThat(desk.cancelAllowance()).isInstanceOf(Allowance.Cancelled.class);
    Desk late = Desk.invoiced();
    late.reduce("r1", Samples.onlineConsent(), 3, 50);
    late.world.clock.advanceTo(((Allowance.AwaitingConsent) late.allowance()).deadline());
    assertThat(ruleOf(late::cancelAllowance)).isEqualTo("R-ALW-24");
    assertThat(late.world.wire.count("AllowanceInvalidByCollegiate")).isZero();
  }

  @Rule({"R-ALW-24", "R-ALW-25"})
  @Test
  void eachStateHasItsOwnWayBack() {
    paper();
    assertThat(ruleOf(desk::cancelAllowance)).isEqualTo("R-ALW-24");
    desk.voidAllowance();
    assertThat(ruleOf(desk::cancelAllowance)).isEqualTo("R-ALW-24");
    Desk other = Desk.invoiced();
    other.reduce("r1", Samples.onlineConsent(), 3, 50);
    assertThat(ruleOf(other::voidAllowance)).isEqualTo("R-ALW-25");
    other.cancelAllowance();
    assertThat(ruleOf(other::voidAllowance)).isEqualTo("R-ALW-25");
  }

  @Rule("R-ALW-25")
  @Test
  void anIssuedOneIsVoidedOnceAndTheBuyerTold() {
    paper();
    Allowance voided = desk.voidAllowance();
    assertThat(voided).isInstanceOf(Allowance.Voided.class);
    assertThat(desk.voidAllowance()).isEqualTo(voided);
    assertThat(desk.journal(Operation.AllowanceInvalid)).containsExactly("Accepted");
    assertThat(desk.shop.events(AllowanceVoided.class)).hasSize(1);
    int told = desk.world.wire.count("InvoiceNotify");
    desk.shop.runToTheEnd();
    assertThat(desk.world.wire.count("InvoiceNotify")).isEqualTo(told + 1);
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-ALW-25")
  @Test
  void itIsVoidedThroughThe13thOfJanuaryAndNotFromThe14th() {
    paper();
    desk.followUntil("2027-01-13T23:59:59+08:00");
    assertThat(desk.voidAllowance()).isInstanceOf(Allowance.Voided.class);
    Desk late = Desk.invoiced();
    late.reduce("r1", Samples.paperConsent(), 3, 50);
    late.followUntil("2027-01-14T00:00:00+08:00");
    assertThat(ruleOf(late::voidAllowance)).isEqualTo("R-ALW-25");
    assertThat(late.world.wire.count("AllowanceInvalid")).isZero();
  }

  @Rule("R-ALW-25")
  @Test
  void itsOwnDateCountsAndNotThatOfItsInvoice() {
    desk.followUntil("2027-01-01T00:00:00+08:00");
    paper();
    desk.followUntil("2027-03-13T23:59:59+08:00");
    assertThat(desk.voidAllowance()).isInstanceOf(Allowance.Voided.class);
  }

  @Rule("R-ALW-26")
  @ParameterizedTest
  @ValueSource(strings = {"a", "12345678901234567890"})
  void aReasonHas1To20Characters(String reason) {
    assertThat(new Reason(reason).value()).isEqualTo(reason);
  }

  @Rule("R-ALW-26")
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "123456789012345678901"})
  void noOtherReasonIsAccepted(String reason) {
    assertThat(Broken.rules(() -> new Reason(reason))).containsExactly("R-ALW-26 reason");
  }
}
