package ecpay.domain.card.usecase;

import static ecpay.domain.world.Till.everything;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.card.CardIncident;
import ecpay.domain.card.CardState;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.refund.Refund;
import ecpay.domain.refund.usecase.Tills;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Authorisations that nobody captures, whoever was to (R-CAP-08). */
class WatchAuthorizationTest {
  private static final String QUERY = "CreditDetail/QueryTrade";

  private static Merchant merchant(boolean automaticCapture, String checkCode) {
    return Till.merchant(
        new CardTerms(
            automaticCapture,
            true,
            Optional.of(checkCode).filter(code -> !code.isEmpty()).map(CardTerms.CheckCode::new)),
        RefundPolicy.DEFAULT);
  }

  @Rule("R-CAP-08")
  @Test
  void anAuthorisationThatNobodyCapturesIsWarnedOfAndThenGone() {
    for (boolean automatically : new boolean[] {true, false}) {
      Till till = Till.invoiced(merchant(automatically, ""), CardState.AUTHORIZED);
      till.follow(Duration.ofDays(79));
      assertThat(till.shop.incidents()).isEmpty();
      till.follow(Duration.ofDays(2));
      assertThat(till.shop.incidents()).containsExactly("AUTHORIZATION_AGES");
      till.world.ecpayCharges.turn(CardState.CANCELED);
      till.follow(Duration.ofDays(10));
      assertThat(till.shop.incidents())
          .containsExactly("AUTHORIZATION_AGES", "AUTHORIZATION_RELEASED");
      assertThat(till.world.wire.count(QUERY)).isEqualTo(2);
      assertThat(till.world.books.scheduled()).isEmpty();
    }
  }

  @Rule("R-CAP-08")
  @Test
  void whatIsCapturedIsAskedAboutOnceAndNotWarnedOf() {
    Till till = Till.invoiced(CardState.CAPTURED);
    till.follow(Duration.ofDays(79));
    assertThat(till.world.wire.count(QUERY)).isZero();
    till.follow(Duration.ofDays(40));
    assertThat(till.world.wire.count(QUERY)).isEqualTo(1);
    assertThat(till.shop.incidents()).isEmpty();
    assertThat(till.world.books.scheduled()).isEmpty();
  }

  @Rule("R-CAP-08")
  @Test
  void whatWasCapturedByHandIsNotWarnedOf() {
    Till till = Till.invoiced(merchant(false, ""), CardState.AUTHORIZED);
    till.world.capturePayment.capture(Samples.SHOP, till.shop.payment().id());
    till.follow(Duration.ofDays(100));
    assertThat(till.shop.incidents()).isEmpty();
  }

  @Rule("R-CAP-08")
  @Test
  void whatWentBackBeforeItsCaptureIsNotToldAsReleased() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.refund("r1", everything());
    till.follow(Duration.ofDays(100));
    assertThat(till.shop.incidents()).isEmpty();
  }

  @Rule({"R-CAP-03", "R-CAP-08"})
  @Test
  void aCardThatStaysAuthorisedBecauseItsAbandoningFailedIsWarnedOf() {
    Till till = Till.invoiced(CardState.TO_BE_CAPTURED);
    till.world.wire.script("DoAction", Fault.NONE, Fault.REFUSED);
    till.refund("r1", everything());
    assertThat(till.refund().status()).isInstanceOf(Refund.Status.Stopped.class);
    till.follow(Duration.ofDays(81));
    assertThat(till.shop.incidents()).containsExactly("REFUND_STOPPED", "AUTHORIZATION_AGES");
  }

  @Rule("R-CAP-09")
  @Test
  void moneyOfABankHasNoAuthorisationToWatch() {
    assertThat(Tills.byAtm().world.books.scheduled())
        .noneSatisfy(
            (followUp, _) -> assertThat(followUp).isInstanceOf(FollowUp.WatchAuthorization.class));
  }

  @Rule({"R-CAP-01", "R-CAP-08"})
  @Test
  void withoutACheckCodeThePersonIsToldOnceWhatToSetAndItEnds() {
    Till till = Tills.onEcpaysPage(new World(merchant(true, "")));
    till.follow(Duration.ofDays(100));
    assertThat(till.shop.incidents()).containsExactly("CARD_NOT_ASKED");
    assertThat(till.shop.events().toString()).contains("payment.card-check-code");
    assertThat(till.world.wire.count(QUERY)).isZero();
    assertThat(till.world.books.scheduled()).isEmpty();
  }

  @Rule({"R-CAP-01", "R-CAP-08"})
  @Test
  void withACheckCodeACardOfEcpaysPageIsWatchedLikeAnyOther() {
    World world = new World(merchant(true, "59997889"));
    world.ecpayCharges.begin(CardState.AUTHORIZED);
    Till till = Tills.onEcpaysPage(world);
    till.follow(Duration.ofDays(100));
    assertThat(till.shop.incidents())
        .containsExactly("AUTHORIZATION_AGES", "AUTHORIZATION_RELEASED");
  }

  @Rule("R-CAP-08")
  @Test
  void whereEcpayNeverAnswersItIsAskedUntilTheAuthorisationIsGoneAndNotForEver() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    Fault[] always = new Fault[1000];
    Arrays.fill(always, Fault.REFUSED);
    till.world.wire.script(QUERY, always);
    till.follow(Duration.ofDays(90));
    assertThat(till.shop.incidents()).isEmpty();
    till.follow(Duration.ofDays(3));
    assertThat(till.shop.incidents()).containsExactly("AUTHORIZATION_UNSEEN");
    assertThat(till.world.books.scheduled()).isEmpty();
  }

  @Rule("R-CAP-08")
  @Test
  void aCardThatWasNeverSeenIsToldOfThoughAnotherOneWasNotAskedAboutLongAgo() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    IncidentRaised longAgo =
        new IncidentRaised(
            CardIncident.CARD_NOT_ASKED.name(), "another", CardIncident.CARD_NOT_ASKED.advice());
    till.world
        .books
        .transactions()
        .run(() ->
            till.world
                .books
                .eventLog()
                .append(Samples.SHOP, Optional.empty(), till.world.clock.instant(), longAgo));
    Fault[] always = new Fault[1000];
    Arrays.fill(always, Fault.REFUSED);
    till.world.wire.script(QUERY, always);
    till.follow(Duration.ofDays(95));
    assertThat(till.shop.incidents()).containsExactly("AUTHORIZATION_UNSEEN");
  }
}
