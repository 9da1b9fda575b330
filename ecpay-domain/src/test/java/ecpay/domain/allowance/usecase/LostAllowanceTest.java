package ecpay.domain.allowance.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.allowance.Allowance;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.usecase.RequestAllowance.Result;
import ecpay.domain.event.DomainEvent.AllowanceIssued;
import ecpay.domain.event.DomainEvent.AllowanceOutcomeUnknown;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of an allowance whose answer was lost, when ECPay knows no key of ours. */
class LostAllowanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Consent ONLINE = Samples.onlineConsent();
  private static final Consent PAPER = Samples.paperConsent();
  private final World world = new World();
  private final Shop shop = Shop.invoiced(world);

  private Result request(String reference, Consent consent, int count) {
    return world.requestAllowance.request(
        Samples.SHOP, shop.order, AllowanceJourneyTest.books(reference, consent, count));
  }

  private Allowance allowance() {
    return shop.allowances().getLast();
  }

  private Progress settle() {
    return shop.proceed(new FollowUp.SettleAllowance(Samples.SHOP, allowance().id()));
  }

  @Rule("R-PAY-13")
  @Test
  void aCallThatNeverArrivedIsSentAgainOnlyAfterEcpaysBooksWereCompared() {
    world.wire.script("AllowanceByCollegiate", Fault.LOST);
    request("r1", ONLINE, 1);
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(shop.events(AllowanceOutcomeUnknown.class)).hasSize(1);
    assertThat(settle()).isEqualTo(new Progress.WaitUntil(world.clock.instant().plus(PATIENCE)));
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.AwaitingConsent.class);
    assertThat(world.wire.count("AllowanceByCollegiate")).isEqualTo(2);
    assertThat(world.wire.count("GetIssue")).isEqualTo(1);
    assertThat(world.ecpayAllowances.entries()).hasSize(1);
  }

  @Rule({"R-PAY-13", "R-ALW-23"})
  @Test
  void aLostAnswerIsWatchedForAConsentAndNeverSentAgain() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r1", ONLINE, 1);
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(24)));
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    world.ecpayAllowances.consent(world.ecpayAllowances.entries().getFirst().number());
    shop.runUntil(world.clock.instant().plus(Duration.ofHours(1)));
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(world.wire.count("AllowanceByCollegiate")).isEqualTo(1);
    assertThat(shop.incidents()).isEmpty();
  }

  @Rule({"R-PAY-13", "R-ALW-23"})
  @Test
  void aLostAnswerWithoutAConsentExpires() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r1", ONLINE, 1);
    shop.runToTheEnd();
    assertThat(allowance()).isInstanceOf(Allowance.Expired.class);
    assertThat(world.wire.count("AllowanceByCollegiate")).isEqualTo(1);
    assertThat(shop.incidents()).isEmpty();
    assertThat(world.books.unfinished()).isEmpty();
  }

  @Rule("R-PAY-13")
  @Test
  void aLostPaperAllowanceIsRecognisedInTheList() {
    world.wire.script("Allowance", Fault.DONE_BUT_LOST);
    request("r1", PAPER, 1);
    shop.runUntil(world.clock.instant().plus(PATIENCE));
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(world.wire.count("Allowance")).isEqualTo(1);
  }

  @Rule({"R-PAY-13", "R-TRN-06"})
  @Test
  void afterHttp500NothingIsSentAgainByItself() {
    for (Consent consent : List.of(ONLINE, PAPER)) {
      Shop other = Shop.invoiced(new World());
      String operation = consent.equals(PAPER) ? "Allowance" : "AllowanceByCollegiate";
      other.world.wire.script(operation, Fault.HTTP_500);
      other.world.requestAllowance.request(
          Samples.SHOP, other.order, AllowanceJourneyTest.books("r1", consent, 1));
      other.runToTheEnd();
      assertThat(other.world.wire.count(operation)).isEqualTo(1);
      assertThat(other.allowances().getLast()).isInstanceOf(Allowance.Refused.class);
      assertThat(other.incidents()).containsExactly("RESEND_NEEDS_A_PERSON");
    }
  }

  @Rule("R-PAY-13")
  @Test
  void aCallThatArrivesAfterALongSleepAndDoublesIsForAPerson() {
    world.interruptions.before(
        "AllowanceGateway.allowance",
        () -> {
          world.clock.advance(PATIENCE);
          settle(); // learns that nothing happened
          settle(); // sends it
        });
    request("r1", PAPER, 1);
    assertThat(world.wire.count("Allowance")).isEqualTo(2);
    assertThat(allowance()).isInstanceOf(Allowance.Issued.class);
    assertThat(shop.events(AllowanceIssued.class)).hasSize(1);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule("R-PAY-13")
  @Test
  void ofACallThatDoublesAPersonIsToldOnceWhateverEcpaysBooksShowLater() {
    world.wire.script("Allowance", Fault.DONE_BUT_LOST);
    world.interruptions.before(
        "AllowanceGateway.allowance",
        () -> {
          world.clock.advance(PATIENCE);
          settle(); // learns that nothing happened
          settle(); // sends it, and hears nothing
        });
    request("r1", PAPER, 1);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
    shop.runUntil(world.clock.instant().plus(Duration.ofDays(3)));
    assertThat(world.wire.count("Allowance")).isEqualTo(2);
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
  }

  @Rule({"R-ALW-29", "R-PAY-13"})
  @Test
  void aLostAnswerThatNothingExplainsIsForAPerson() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r1", ONLINE, 1);
    world.ecpayInvoices.showTooMuch(7);
    shop.runToTheEnd();
    assertThat(allowance()).isInstanceOf(Allowance.Unknown.class);
    assertThat(shop.incidents()).containsExactly("REMAINING_DIFFERS");
    assertThat(world.wire.count("AllowanceByCollegiate")).isEqualTo(1);
  }

  @Rule({"R-ALW-29", "R-PAY-13"})
  @Test
  void onceAPersonHasMendedEcpaysBooksItsOutcomeIsFoundWithinADay() {
    world.wire.script("AllowanceByCollegiate", Fault.DONE_BUT_LOST);
    request("r1", ONLINE, 1);
    world.ecpayInvoices.showTooMuch(7);
    shop.runToTheEnd();
    world.ecpayInvoices.showTooMuch(0);
    shop.runUntil(world.clock.instant().plus(Duration.ofDays(1)));
    assertThat(allowance()).isInstanceOf(Allowance.Expired.class);
    assertThat(world.books.unfinished()).isEmpty();
  }

  @Rule({"R-PAY-13", "R-ALW-03", "R-ALW-04"})
  @Test
  void killedAnywhereThereIsExactlyOneAllowance() {
    for (Consent consent : List.of(ONLINE, PAPER)) {
      String operation = consent.equals(PAPER) ? "Allowance" : "AllowanceByCollegiate";
      for (Fault fault : List.of(Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT)) {
        int points = Shop.killEverywhere(new Killed(consent, operation, fault));
        assertThat(points).isGreaterThan(40);
      }
    }
  }

  private record Killed(Consent consent, String operation, Fault fault) implements Shop.Story {
    @Override
    public Shop begin() {
      World fresh = new World();
      fresh.wire.script(operation, fault);
      return Shop.invoiced(fresh);
    }

    @Override
    public void live(Shop killed) {
      killed.world.requestAllowance.request(
          Samples.SHOP, killed.order, AllowanceJourneyTest.books("r1", consent, 1));
      killed.runUntil(killed.world.clock.instant().plus(Duration.ofHours(2)));
    }

    @Override
    public void check(Shop killed) {
      int made = killed.world.ecpayAllowances.entries().size();
      assertThat(killed.allowances()).hasSizeLessThanOrEqualTo(1);
      assertThat(made).isEqualTo(killed.allowances().size());
      assertThat(killed.allowances())
          .allSatisfy(one ->
              assertThat(one)
                  .isInstanceOf(
                      consent instanceof Consent.Paper
                          ? Allowance.Issued.class
                          : Allowance.Expired.class));
      assertThat(killed.incidents()).isEmpty();
      assertThat(killed.world.books.unfinished()).isEmpty();
    }
  }
}
