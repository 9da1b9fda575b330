package ecpay.domain.boundcard.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.boundcard.BindCardId;
import ecpay.domain.boundcard.BindCardPayToken;
import ecpay.domain.boundcard.BoundCard;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.MemberId;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.rule.IllegalMoveException;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import ecpay.domain.world.ecpay.ScriptedCards;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundCardJourneyTest {
  private static final MemberId MEMBER = new MemberId("member-1");
  private static final BindCardPayToken PAY = new BindCardPayToken("bind-pay");
  private final World world = new World();
  private final Shop shop = new Shop(world);

  private BoundCard.Open open() {
    return (BoundCard.Open) world.cards.bind.start(Samples.SHOP, MEMBER, Samples.buyer());
  }

  private BoundCard now(BoundCard card) {
    return world.books.boundCards().find(card.id()).orElseThrow();
  }

  /** With 3-D Secure passed, and the browser's claim confirmed. */
  private BoundCard.Bound bound() {
    BoundCard.Open open = open();
    world.cards.bind.submit(open.id(), PAY);
    BindCardId id = world.ecpayCards.keep(MEMBER);
    world.cards.bind.returned(
        Samples.merchant(), ScriptedCards.brought(open.binding().tradeNo(), id.value()));
    return (BoundCard.Bound) now(open);
  }

  private String ecpayIdOf(BoundCard.Bound card) {
    return world.safe.open(card.id(), card.card()).orElseThrow().value();
  }

  private void follow(Duration time) {
    shop.runUntil(world.clock.instant().plus(time));
  }

  @Rule({"R-ORD-17", "R-PAY-14"})
  @Test
  void aCardIsBoundOnceEcpayListsItForTheMember() {
    BoundCard.Open open = open();
    assertThat(world.cards.bind.submit(open.id(), PAY))
        .isInstanceOf(BoundCard.AwaitingMember.class);
    BindCardId id = world.ecpayCards.keep(MEMBER);
    var card =
        world.cards.bind.returned(
            Samples.merchant(), ScriptedCards.brought(open.binding().tradeNo(), id.value()));
    assertThat(card).get().isInstanceOf(BoundCard.Bound.class);
    assertThat(((BoundCard.Bound) now(open)).lastFour()).isEqualTo("2222");
    assertThat(now(open).toString()).doesNotContain(id.value());
    follow(Duration.ofHours(1));
    assertThat(world.books.scheduled()).isEmpty();
  }

  @Rule("R-PAY-08")
  @Test
  void aBrowsersWordAloneNeverCounts() {
    BoundCard.Open open = open();
    world.cards.bind.submit(open.id(), PAY);
    BindCardId others = world.ecpayCards.keep(new MemberId("somebody-else"));
    world.cards.bind.returned(
        Samples.merchant(), ScriptedCards.brought(open.binding().tradeNo(), others.value()));
    assertThat(now(open)).isInstanceOf(BoundCard.Failed.class);
  }

  @Test
  void aCardWithout3dSecureIsConfirmedAtOnce() {
    world.ecpayCards.bindAtOnce();
    BoundCard.Open open = open();
    assertThat(world.cards.bind.submit(open.id(), PAY)).isInstanceOf(BoundCard.Bound.class);
    assertThat(world.cards.bind.submit(open.id(), PAY)).isInstanceOf(BoundCard.Bound.class);
    assertThat(world.wire.count("CreateBindCard")).isEqualTo(1);
  }

  @Rule({"R-PAY-08", "R-PAY-13"})
  @Test
  void aLostAnswerIsNeverRepeatedAndBindsNothing() {
    world.ecpayCards.bindAtOnce();
    for (Fault fault : new Fault[] {Fault.DONE_BUT_LOST, Fault.LOST}) {
      BoundCard.Open open = open();
      world.wire.script("CreateBindCard", fault);
      assertThat(world.cards.bind.submit(open.id(), PAY)).isInstanceOf(BoundCard.Submitted.class);
      follow(Duration.ofMinutes(5));
      assertThat(now(open)).isInstanceOf(BoundCard.Failed.class);
    }
    assertThat(world.wire.count("CreateBindCard")).isEqualTo(2);
    assertThat(world.books.scheduled()).isEmpty();
  }

  @Rule("R-PAY-08")
  @Test
  void anAbandonedBindingNeverTakesACardThatAnOrdinaryPaymentRemembered() {
    world.ecpayCards.keep(MEMBER);
    BoundCard.Open open = open();
    world.cards.bind.submit(open.id(), PAY);
    follow(Duration.ofHours(1));
    assertThat(now(open)).isInstanceOf(BoundCard.Failed.class);
    assertThat(world.books.scheduled()).isEmpty();
  }

  @Rule("R-ORD-17")
  @Test
  void aCardThatIsBoundAgainKeepsItsOneIdOfOurs() {
    BoundCard.Bound first = bound();
    BoundCard.Open again = open();
    world.cards.bind.submit(again.id(), PAY);
    world.cards.bind.returned(
        Samples.merchant(), ScriptedCards.brought(again.binding().tradeNo(), ecpayIdOf(first)));
    assertThat(now(again))
        .isInstanceOfSatisfying(
            BoundCard.Failed.class,
            failed -> assertThat(failed.failure().message()).contains(first.id().value()));
    assertThat(now(first)).isEqualTo(first);
  }

  @Test
  void aMemberWhoGoesAwayLeavesNoCard() {
    BoundCard.Open first = open();
    BoundCard.Open second = open();
    world.cards.bind.submit(second.id(), PAY);
    follow(Duration.ofHours(1));
    assertThat(now(first)).isInstanceOf(BoundCard.Failed.class);
    assertThat(now(second)).isInstanceOf(BoundCard.Failed.class);
    assertThat(world.books.scheduled()).isEmpty();
  }

  @Test
  void aRefusedBindingAndAForgedOneBindNothing() {
    BoundCard.Open open = open();
    world.cards.bind.submit(open.id(), PAY);
    assertThat(world.cards.bind.returned(Samples.merchant(), new byte[] {1})).isEmpty();
    assertThat(now(open)).isInstanceOf(BoundCard.AwaitingMember.class);
    world.cards.bind.returned(
        Samples.merchant(), ScriptedCards.brought(open.binding().tradeNo(), "10200043"));
    assertThat(now(open)).isInstanceOf(BoundCard.Failed.class);
  }

  @Rule("R-PAY-02")
  @Test
  void anOldTokenIsRefusedAndNothingIsCalled() {
    BoundCard.Open open = open();
    world.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> world.cards.bind.submit(open.id(), PAY));
    assertThat(world.wire.count("CreateBindCard")).isZero();
  }

  @Rule("R-PAY-14")
  @Test
  void withoutAKeyNoCardIsBound() {
    world.safe.loseTheKey();
    assertThatExceptionOfType(RuleViolationException.class)
        .isThrownBy(this::open)
        .withMessageContaining("cards.key");
    assertThat(world.wire.count("GetTokenbyBindingCard")).isZero();
  }

  @Rule({"R-PAY-03", "R-PAY-08"})
  @Test
  void aBoundCardPaysAnOrderLikeAnyOther() {
    BoundCard.Bound card = bound();
    var result = world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty());
    Payment payment = ((PayWithCard.Result.Submitted) result).payment();
    assertThat(payment).isInstanceOf(Payment.AwaitingBuyer.class);
    assertThat(shop.order().isPaid()).isFalse();
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()))
        .isInstanceOf(PayWithCard.Result.UnderWay.class);
    world.ecpayPayments.moneyArrives(payment.tradeNo());
    shop.deliver(world.ecpayPayments.report(Samples.merchant(), payment.tradeNo()));
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()))
        .isInstanceOf(PayWithCard.Result.AlreadyPaid.class);
    assertThat(world.wire.count("CreatePaymentWithCardID")).isEqualTo(1);
  }

  @Rule("R-PAY-13")
  @Test
  void aLostChargeOfACardIsSettledByAsking() {
    BoundCard.Bound card = bound();
    world.wire.script("CreatePaymentWithCardID", Fault.DONE_BUT_LOST);
    world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty());
    world.ecpayPayments.moneyArrives(shop.payment().tradeNo());
    follow(Duration.ofHours(2));
    assertThat(shop.order().isPaid()).isTrue();
    assertThat(world.wire.count("CreatePaymentWithCardID")).isEqualTo(1);
    assertThat(shop.invoices()).hasSize(1);
  }

  @Rule("R-ORD-03")
  @Test
  void anOpenFormDoesNotKeepACardFromPayingAndAStrangersOrderIsNotFound() {
    BoundCard.Bound card = bound();
    shop.open(PaymentMethod.CARD);
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()))
        .isInstanceOf(PayWithCard.Result.Submitted.class);
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() ->
            world.cards.pay.pay(Samples.SHOP, new OrderId("NOBODYS"), card.id(), Optional.empty()));
  }

  @Rule("R-ORD-03")
  @Test
  void aCardIsNotChargedWhileACodeMayStillBePaidWithUnlessThatIsWanted() {
    BoundCard.Bound card = bound();
    Payment code = codeTaken();
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()))
        .isEqualTo(new PayWithCard.Result.UnderWay(code));
    assertThat(world.wire.count("CreatePaymentWithCardID")).isZero();
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.of(code.id())))
        .isInstanceOf(PayWithCard.Result.Submitted.class);
  }

  private Payment codeTaken() {
    Payment.Open open = shop.open(PaymentMethod.ATM);
    world.ecpayPayments.answerWith(ScriptedPayments.Way.CODE);
    return world.submitPayment.submit(open.id(), new PayToken("pay"));
  }

  @Rule("R-ORD-03")
  @Test
  void aCardIsNotChargedBesideACodeThatWasPaidMeanwhile() {
    BoundCard.Bound card = bound();
    Payment code = codeTaken();
    world.ecpayPayments.moneyArrives(code.tradeNo());
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.of(code.id())))
        .isInstanceOf(PayWithCard.Result.AlreadyPaid.class);
  }

  @Rule("R-ORD-03")
  @Test
  void anOrderThatWasTriedTwentyTimesInADayIsNotChargedOnceMore() {
    BoundCard.Bound card = bound();
    for (int i = 0; i < 20; i++) {
      world.wire.script("CreatePaymentWithCardID", Fault.REFUSED);
      assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()))
          .isInstanceOf(PayWithCard.Result.Submitted.class);
    }
    assertThat(world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()))
        .isEqualTo(new PayWithCard.Result.Later(world.clock.instant().plus(Duration.ofDays(1))));
    assertThat(world.wire.count("CreatePaymentWithCardID")).isEqualTo(20);
  }

  @Test
  void aDeletedCardPaysNoMore() {
    BoundCard.Bound card = bound();
    assertThat(world.cards.delete.delete(card.id())).isInstanceOf(BoundCard.Deleted.class);
    assertThat(world.cards.delete.delete(card.id())).isInstanceOf(BoundCard.Deleted.class);
    assertThat(world.ecpayCards.kept()).isZero();
    assertThat(world.wire.count("DeleteMemberBindCard")).isEqualTo(1);
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(
            () -> world.cards.pay.pay(Samples.SHOP, shop.order, card.id(), Optional.empty()));
  }

  @Rule("R-PAY-13")
  @Test
  void aLostDeletionIsAskedFor() {
    for (Fault fault : new Fault[] {Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT}) {
      BoundCard.Bound card = bound();
      world.wire.script("DeleteMemberBindCard", fault);
      world.cards.delete.delete(card.id());
      follow(Duration.ofMinutes(10));
      assertThat(now(card))
          .isInstanceOf(
              fault == Fault.DONE_BUT_LOST ? BoundCard.Deleted.class : BoundCard.Bound.class);
    }
    assertThat(world.orderlessEvents())
        .filteredOn(IncidentRaised.class::isInstance)
        .map(event -> ((IncidentRaised) event).kind())
        .containsExactly("CARD_NOT_DELETED");
  }
}
