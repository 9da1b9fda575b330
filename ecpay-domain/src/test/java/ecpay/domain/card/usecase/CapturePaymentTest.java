package ecpay.domain.card.usecase;

import static ecpay.domain.rule.Broken.rulesOf;
import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardState;
import ecpay.domain.card.CardTrade;
import ecpay.domain.event.DomainEvent.CaptureRequested;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.DomainEvent.PaymentCaptured;
import ecpay.domain.event.EventLog;
import ecpay.domain.event.Fact;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.merchant.CardTerms;
import ecpay.domain.merchant.RefundPolicy;
import ecpay.domain.payment.Payment;
import ecpay.domain.refund.usecase.Tills;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Captures by hand, and authorisations that nobody captures. */
class CapturePaymentTest {
  private static CardState capture(Till till) {
    Answer<CardTrade> answer =
        till.world.capturePayment.capture(Samples.SHOP, till.shop.payment().id());
    return ((Answer.Accepted<CardTrade>) answer).value().state();
  }

  @Rule({"R-CAP-01", "R-CAP-02"})
  @Test
  void anAuthorisedCardIsCapturedOnceHoweverOftenItIsAskedFor() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    assertThat(capture(till)).isEqualTo(CardState.TO_BE_CAPTURED);
    assertThat(capture(till)).isEqualTo(CardState.TO_BE_CAPTURED);
    till.follow(Duration.ofDays(1));
    assertThat(till.world.wire.count("DoAction")).isEqualTo(1);
    assertThat(till.shop.events(PaymentCaptured.class)).hasSize(1);
  }

  @Rule("R-CAP-06")
  @Test
  void inTheQuietQuarterOfAnHourItIsQueued() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.shop.runUntil(Instant.parse("2026-11-21T12:20:00Z"));
    assertThat(capture(till)).isEqualTo(CardState.AUTHORIZED);
    assertThat(till.world.wire.count("DoAction")).isZero();
    till.follow(Duration.ofMinutes(11));
    assertThat(till.shop.events(PaymentCaptured.class)).hasSize(1);
  }

  @Rule("R-CAP-06")
  @Test
  void aQuestionThatTakesLongDoesNotCarryItIntoTheQuietQuarterOfAnHour() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.shop.runUntil(Instant.parse("2026-11-21T12:13:00Z"));
    till.world.wire.meanwhile(
        "CreditDetail/QueryTrade",
        () ->
            till.world.wire.meanwhile(
                "CreditDetail/QueryTrade",
                () -> till.world.clock.advanceTo(Instant.parse("2026-11-21T12:15:20Z"))));
    assertThat(capture(till)).isEqualTo(CardState.AUTHORIZED);
    assertThat(till.world.wire.count("DoAction")).isZero();
    till.follow(Duration.ofMinutes(20));
    assertThat(till.shop.events(PaymentCaptured.class)).hasSize(1);
  }

  @Rule("R-CAP-01")
  @Test
  void whatAnotherRequestCapturedMeanwhileIsNoIncident() {
    Till till = Till.invoiced(CardState.AUTHORIZED);
    till.world.wire.meanwhile(
        "DoAction", () -> assertThat(capture(till)).isEqualTo(CardState.TO_BE_CAPTURED));
    assertThat(capture(till)).isEqualTo(CardState.TO_BE_CAPTURED);
    till.follow(Duration.ofHours(1));
    assertThat(till.shop.incidents()).isEmpty();
    assertThat(till.shop.events(PaymentCaptured.class)).hasSize(1);
  }

  @Rule({"R-CAP-01", "R-PAY-13"})
  @Test
  void killedAnywhereItIsCapturedOnce() {
    for (Fault fault : new Fault[] {Fault.NONE, Fault.LOST, Fault.DONE_BUT_LOST, Fault.NOT_SENT}) {
      int points =
          Shop.killEverywhere(
              new Shop.Story() {
                @Override
                public Shop begin() {
                  Till till = Till.invoiced(CardState.AUTHORIZED);
                  till.world.wire.script("DoAction", fault);
                  return till.shop;
                }

                @Override
                public void live(Shop shop) {
                  capture(Till.of(shop));
                  Till.of(shop).follow(Duration.ofHours(1));
                }

                @Override
                public void check(Shop shop) {
                  capture(Till.of(shop));
                  Till.of(shop).follow(Duration.ofHours(1));
                  assertThat(capture(Till.of(shop))).isEqualTo(CardState.TO_BE_CAPTURED);
                  assertThat(shop.events(PaymentCaptured.class)).hasSizeLessThanOrEqualTo(1);
                  assertThat(shop.incidents()).isEmpty();
                  assertThat(shop.world.books.unfinished()).isEmpty();
                }
              });
      assertThat(points).isGreaterThan(15);
    }
  }

  @Rule("R-CAP-09")
  @Test
  void onlyACardIsCaptured() {
    Till till = Till.invoiced(CardState.CAPTURED);
    assertThat(capture(till)).isEqualTo(CardState.CAPTURED);
    assertThat(till.world.wire.count("DoAction")).isZero();
  }

  @Rule("R-CAP-12")
  @Test
  void nothingIsCapturedOnTheStage() {
    Till till =
        Till.invoiced(
            Till.merchant(new CardTerms(true, false, Optional.empty()), RefundPolicy.DEFAULT),
            CardState.AUTHORIZED);
    assertThat(rulesOf(() -> capture(till))).containsExactly("R-CAP-12");
  }

  @Rule({"R-CAP-01", "R-CAP-02"})
  @Test
  void aCaptureThatCannotBeAskedAboutIsToldOfThoughAnotherWasToldOfSinceItWasAskedFor() {
    Till till =
        Tills.onEcpaysPage(
            new World(
                Till.merchant(new CardTerms(true, true, Optional.empty()), RefundPolicy.DEFAULT)));
    Payment payment = till.shop.payment();
    EventLog events = till.world.books.eventLog();
    Instant now = till.world.clock.instant();
    till.world
        .books
        .transactions()
        .run(() -> {
          events.append(
              Samples.SHOP,
              payment.order(),
              now.minusSeconds(60),
              new CaptureRequested(payment.id()));
          events.appendOnce(
              Samples.SHOP,
              Optional.empty(),
              now,
              new IncidentRaised("CARD_NOT_ASKED", "another", "-"),
              Fact.ofMerchant("CARD_NOT_ASKED"));
        });
    FollowUp.CaptureCard capture = new FollowUp.CaptureCard(Samples.SHOP, payment.id());
    assertThat(till.world.capturePayment.proceed(capture)).isEqualTo(Progress.DONE);
    assertThat(till.world.capturePayment.proceed(capture)).isEqualTo(Progress.DONE);
    assertThat(till.shop.events(IncidentRaised.class))
        .extracting(IncidentRaised::about)
        .containsExactly(payment.id().value());
  }
}
