package ecpay.domain.allowance.usecase;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.answer.Answer;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a person says of an allowance whose answer was lost, beside what ECPay's books show. */
class SettleByHandTest {
  private final World world = new World();
  private final Shop shop = Shop.invoiced(world);

  private void request(String reference, Consent consent, Fault fault) {
    world.wire.script(
        consent instanceof Consent.Paper ? "Allowance" : "AllowanceByCollegiate", fault);
    world.requestAllowance.request(
        Samples.SHOP, shop.order, AllowanceJourneyTest.books(reference, consent, 1));
  }

  /** Both are in doubt, and ECPay made the one on paper alone. */
  private void twinsOfWhichOneArrived() {
    request("r1", Samples.onlineConsent(), Fault.LOST);
    request("r2", Samples.paperConsent(), Fault.DONE_BUT_LOST);
    shop.runToTheEnd();
    assertThat(shop.allowances()).allMatch(Allowance.Unknown.class::isInstance);
  }

  private Allowance online() {
    return shop.allowances().getFirst();
  }

  private Allowance paper() {
    return shop.allowances().getLast();
  }

  private AllowanceNumber number() {
    return world.ecpayAllowances.entries().getFirst().number();
  }

  private Answer<Allowance> exists(Allowance lost, AllowanceNumber number) {
    return world.settleByHand.exists(Samples.merchant(), lost.id(), number);
  }

  private Answer<Allowance> neverHappened(Allowance lost) {
    return world.settleByHand.neverHappened(Samples.merchant(), lost.id());
  }

  private static String ruleOf(ThrowingCallable move) {
    return requireNonNull(catchThrowableOfType(IllegalMoveException.class, move)).rule();
  }

  @Rule({"R-PAY-13", "R-ALW-22"})
  @Test
  void whatThePersonFoundIsBookedOnceAndTheInvoiceCanBeUsedAgain() {
    twinsOfWhichOneArrived();
    assertThat(exists(paper(), number())).isEqualTo(new Answer.Accepted<>(paper()));
    assertThat(paper()).isInstanceOf(Allowance.Issued.class);
    assertThat(exists(paper(), number())).isEqualTo(new Answer.Accepted<>(paper()));
    assertThat(neverHappened(online())).isEqualTo(new Answer.Accepted<>(online()));
    assertThat(online()).isInstanceOf(Allowance.Refused.class);
    assertThat(neverHappened(online())).isEqualTo(new Answer.Accepted<>(online()));
    assertThat(online().holdsItsAmount()).isFalse();
    shop.runToTheEnd();
    assertThat(world.books.unfinished()).isEmpty();
    assertThat(world.wire.count("AllowanceByCollegiate")).isEqualTo(1);
  }

  @Rule("R-ALW-22")
  @Test
  void whatEcpaysBooksDenyIsNotBooked() {
    twinsOfWhichOneArrived();
    assertThat(Broken.rules(() -> exists(paper(), new AllowanceNumber("2026112199999999"))))
        .containsExactly("R-ALW-22 number");
    assertThat(Broken.rules(() -> neverHappened(paper())))
        .containsExactly("R-ALW-22 neverHappened");
    exists(paper(), number());
    assertThat(Broken.rules(() -> exists(online(), number()))).containsExactly("R-ALW-22 number");
  }

  @Rule("R-ALW-22")
  @Test
  void anAllowanceOfAnotherAmountIsNotTheLostOne() {
    twinsOfWhichOneArrived();
    world.requestAllowance.request(
        Samples.SHOP, shop.order, Desk.reduction("r3", Samples.paperConsent(), 3, 50));
    AllowanceNumber other = world.ecpayAllowances.entries().getLast().number();
    assertThat(Broken.rules(() -> exists(online(), other))).containsExactly("R-ALW-22 number");
  }

  @Rule("R-ALW-23")
  @Test
  void anOnlineOneIsNotDeniedWhileItsBuyerMayStillConsent() {
    request("r1", Samples.onlineConsent(), Fault.DONE_BUT_LOST);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(71)));
    assertThat(ruleOf(() -> neverHappened(online()))).isEqualTo("R-ALW-23");
    assertThat(online()).isInstanceOf(Allowance.Unknown.class);
  }

  @Rule("R-PAY-13")
  @Test
  void onlyWhatIsSurelyOverAndUnknownIsSettled() {
    request("r1", Samples.paperConsent(), Fault.LOST);
    assertThat(ruleOf(() -> neverHappened(paper()))).isEqualTo("R-PAY-13"); // may be under way
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(paper()).isInstanceOf(Allowance.Issued.class);
    assertThat(ruleOf(() -> neverHappened(paper()))).isEqualTo("R-PAY-13");
  }

  @Rule("R-PAY-13")
  @Test
  void withoutEcpaysAnswerNothingIsSettled() {
    twinsOfWhichOneArrived();
    world.wire.script("GetAllowance", Fault.LOST);
    assertThat(exists(paper(), number())).isInstanceOf(Answer.Unknown.class);
    assertThat(paper()).isInstanceOf(Allowance.Unknown.class);
  }
}
