package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.PaymentFailed;
import ecpay.domain.event.DomainEvent.PaymentOpened;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.journal.CallJournal.Call;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PayToken;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentFailure;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartPaymentTest {
  private static final PayToken PAY = new PayToken("pay");
  private final World world = new World();
  private final Shop shop = new Shop(world);

  @Rule({"R-ORD-02", "R-PAY-02"})
  @Test
  void aFormIsOpenedForTheWholeOrderWithANewTradeNumber() {
    Payment.Open open = shop.open(PaymentMethod.CARD, PaymentMethod.ATM);
    assertThat(shop.payments()).containsExactly(open);
    assertThat(open.attempt().amount()).isEqualTo(shop.order().total());
    assertThat(open.attempt().methods())
        .containsExactlyInAnyOrder(PaymentMethod.CARD, PaymentMethod.ATM);
    assertThat(open.usableUntil()).isEqualTo(Samples.NOW.plus(Payment.TOKEN_LIFE));
    assertThat(shop.events(PaymentOpened.class))
        .containsExactly(new PaymentOpened(open.id(), open.tradeNo()));
    assertThat(world.books.scheduled())
        .containsEntry(
            new FollowUp.SettlePayment(Samples.SHOP, open.id()),
            Samples.NOW.plus(Duration.ofMinutes(20)));
    assertThat(world.books.callJournal().ofOrder(Samples.SHOP, shop.order))
        .extracting(Call::outcome)
        .containsExactly("Accepted");
  }

  @Test
  void aReloadFindsTheFormThatIsOpen() {
    Payment.Open open = shop.open(PaymentMethod.CARD);
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(shop.start(PaymentMethod.CARD)).isEqualTo(new Result.Opened(open));
    assertThat(world.wire.count("GetTokenbyTrade")).isEqualTo(1);
  }

  @Rule("R-ORD-02")
  @Test
  void ofTwoFormsThatAreOpenedAtOnceTheFirstIsGivenToBoth() {
    List<Result> answers = new ArrayList<>();
    world.wire.meanwhile("GetTokenbyTrade", () -> answers.add(shop.start(PaymentMethod.CARD)));
    answers.add(shop.start(PaymentMethod.CARD));
    assertThat(answers).hasSize(2).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).isInstanceOf(Result.Opened.class);
    assertThat(shop.payments()).filteredOn(Payment.Open.class::isInstance).hasSize(1);
    assertThat(shop.events(PaymentFailed.class))
        .extracting(PaymentFailed::code)
        .containsExactly("SUPERSEDED");
  }

  @Rule("R-PAY-11")
  @Test
  void aFormThatComesWhenItsAttemptWasGivenUpDoesNotBringItBackToLife() {
    world.wire.meanwhile(
        "GetTokenbyTrade", () -> shop.runUntil(world.clock.instant().plus(Duration.ofMinutes(21))));
    assertThat(shop.start(PaymentMethod.CARD)).isInstanceOf(Result.NotOpened.class);
    assertThat(shop.payment()).isInstanceOf(Payment.Expired.class);
    assertThat(shop.start(PaymentMethod.CARD)).isInstanceOf(Result.Opened.class);
  }

  @Rule("R-ORD-02")
  @Test
  void anOldFormOrOtherMethodsGetANewTradeNumber() {
    Payment.Open first = shop.open(PaymentMethod.CARD);
    Payment.Open other = shop.open(PaymentMethod.ATM);
    world.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    Payment.Open later = shop.open(PaymentMethod.CARD);
    assertThat(Set.of(first.tradeNo(), other.tradeNo(), later.tradeNo())).hasSize(3);
  }

  @Rule("R-ORD-02")
  @Test
  void aRefusedOrLostFormEndsTheAttemptAndTheNextGetsANewTradeNumber() {
    world.wire.script("GetTokenbyTrade", Fault.REFUSED, Fault.NOT_SENT, Fault.DONE_BUT_LOST);
    assertThat(shop.start(PaymentMethod.CARD))
        .isEqualTo(new Result.NotOpened(new PaymentFailure("10200047", "scripted refusal")));
    assertThat(shop.start(PaymentMethod.CARD))
        .isEqualTo(new Result.NotOpened(new PaymentFailure("NOT_SENT", "scripted: no connection")));
    assertThat(shop.start(PaymentMethod.CARD))
        .isEqualTo(new Result.NotOpened(new PaymentFailure("NO_ANSWER", "scripted: time-out")));
    assertThat(shop.payments()).hasSize(3).allMatch(Payment.Failed.class::isInstance);
    assertThat(shop.payments()).extracting(Payment::tradeNo).doesNotHaveDuplicates();
    assertThat(shop.events(PaymentFailed.class))
        .extracting(PaymentFailed::code)
        .containsExactly("10200047", "NOT_SENT", "NO_ANSWER");
    assertThat(shop.open(PaymentMethod.CARD)).isNotNull();
  }

  @Rule("R-ORD-03")
  @Test
  void nothingIsOpenedWhileAnotherAttemptIsUnderWayEvenIfAnOlderFormIsOpen() {
    Payment.Open card = shop.open(PaymentMethod.CARD);
    Payment.Open atm = shop.open(PaymentMethod.ATM);
    world.wire.script("CreatePayment", Fault.DONE_BUT_LOST);
    Payment submitted = world.submitPayment.submit(atm.id(), PAY);
    assertThat(submitted).isInstanceOf(Payment.Submitted.class);
    assertThat(shop.start(PaymentMethod.CARD)).isEqualTo(new Result.UnderWay(submitted));
    assertThat(shop.payments()).hasSize(2).contains(card);
  }

  @Rule("R-ORD-03")
  @Test
  void aBuyerAtTheBankMayPayAgainAfterTenMinutes() {
    Payment waiting = world.submitPayment.submit(shop.open(PaymentMethod.CARD).id(), PAY);
    assertThat(waiting).isInstanceOf(Payment.AwaitingBuyer.class);
    assertThat(shop.start(PaymentMethod.CARD)).isEqualTo(new Result.UnderWay(waiting));
    world.clock.advance(Duration.ofMinutes(10));
    assertThat(shop.open(PaymentMethod.CARD).tradeNo()).isNotEqualTo(waiting.tradeNo());
  }

  @Rule("R-PAY-10")
  @Test
  void aPaidOrderIsNotPaidAgain() {
    Shop paid = Shop.paid(new World());
    assertThat(paid.start(PaymentMethod.CARD)).isEqualTo(new Result.AlreadyPaid());
    assertThat(paid.payments()).hasSize(1);
  }

  @Test
  void anUnknownOrderIsNoOrder() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() ->
            world.startPayment.start(
                Samples.SHOP, new OrderId("NOBODY"), Offer.embedded(Set.of(PaymentMethod.CARD))));
  }
}
