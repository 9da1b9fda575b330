package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.event.DomainEvent.ContractBegun;
import ecpay.domain.event.DomainEvent.ContractEnded;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.inbox.Acknowledgement;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderReference;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import ecpay.domain.world.ecpay.ScriptedContracts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContractJourneyTest {
  private final Subscription subscription = new Subscription(Channel.EMBEDDED, 12);

  @Rule("R-PAY-17")
  @Test
  void aContractBeginsWhenItsFirstChargeIsPaid() {
    assertThat(subscription.shop.events(ContractBegun.class)).hasSize(1);
    assertThat(subscription.contract().state()).isEqualTo(State.RUNNING);
    assertThat(subscription.contract().successes()).isEqualTo(1);
    assertThat(subscription.shop.invoices()).hasSize(1);
  }

  @Rule("R-PAY-17")
  @Test
  void aFailedFirstChargeNeverBecomesAContract() {
    Subscription failed = Subscription.unpaid(Channel.EMBEDDED, 12);
    failed.declineFirst();
    failed.follow(Duration.ofDays(40));
    assertThat(failed.found()).isEmpty();
    assertThat(failed.deliver(failed.charge(true))).isInstanceOf(Acknowledgement.Received.class);
    assertThat(failed.found()).isEmpty();
    assertThat(failed.shop.world.orderlessEvents())
        .anyMatch(event ->
            event instanceof IncidentRaised incident && incident.kind().equals("UNKNOWN_CONTRACT"));
  }

  @Rule({"R-PAY-17", "R-CBK-03"})
  @Test
  void eachLaterChargeIsAnOrderOfItsOwnWithAnInvoiceHoweverOftenItIsTold() {
    subscription.untilCharge(1);
    ChargeReport second = subscription.charge(true);
    for (int times = 0; times < 3; times++) {
      subscription.deliver(second);
    }
    subscription.follow(Duration.ofHours(1));

    var order = subscription.orderOf(2);
    assertThat(order.reference()).isEqualTo(new OrderReference("2026-1-2"));
    assertThat(order.content()).isEqualTo(subscription.shop.order().content());
    assertThat(order.isPaid()).isTrue();
    Payment payment = subscription.paymentsOf(2).getFirst();
    assertThat(payment).isInstanceOf(Payment.Paid.class);
    assertThat(payment.attempt().charge()).isEqualTo(2);
    assertThat(payment.tradeNo()).isEqualTo(subscription.tradeNo());
    assertThat(subscription.invoicesOf(2)).hasSize(1).allMatch(Invoice.Issued.class::isInstance);
    assertThat(subscription.shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-17")
  @Test
  void aTakenReferenceIsAvoided() {
    subscription.shop.world.placeOrder.place(
        Samples.SHOP, new OrderReference("2026-1-2"), Samples.content());
    subscription.untilCharge(1);
    subscription.deliver(subscription.charge(true));
    assertThat(subscription.orderOf(2).reference().value())
        .isEqualTo(subscription.tradeNo() + "-2");
  }

  @Rule({"R-PAY-17", "R-CBK-04"})
  @Test
  void chargesThatAreToldInTheWrongOrderAreBookedOnceEach() {
    subscription.untilCharge(1);
    ChargeReport second = subscription.charge(true);
    subscription.shop.world.clock.advanceTo(subscription.contract().agreement().expected(2));
    ChargeReport third = subscription.charge(true);
    subscription.deliver(third);
    subscription.deliver(second);
    subscription.follow(Duration.ofDays(2));
    assertThat(subscription.contract().successes()).isEqualTo(3);
    assertThat(subscription.contract().charges()).hasSize(3).allMatch(Charge::isCharged);
    assertThat(subscription.invoicesOf(2)).hasSize(1);
    assertThat(subscription.invoicesOf(3)).hasSize(1);
    assertThat(subscription.shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-17")
  @Test
  void aLostNoticeIsFoundTheDayAfterAndMayStillComeLater() {
    for (Channel channel : Channel.values()) {
      Subscription one = new Subscription(channel, 12);
      one.untilCharge(1);
      ChargeReport second = one.charge(true);
      one.follow(Duration.ofHours(23));
      assertThat(one.contract().successes()).isEqualTo(1);
      one.follow(Duration.ofHours(2));
      assertThat(one.contract().successes()).isEqualTo(2);
      one.deliver(second);
      one.follow(Duration.ofHours(1));
      assertThat(one.contract().charges()).hasSize(2);
      assertThat(((Payment.Paid) one.paymentsOf(2).getFirst()).trade().ecpayTradeNo())
          .isEqualTo(second.trade().ecpayTradeNo());
      assertThat(one.invoicesOf(2)).hasSize(1);
      assertThat(one.shop.incidents()).isEmpty();
    }
  }

  @Rule("R-PAY-18")
  @Test
  void aRefusedChargeIsAnIncidentOnceAndIsTriedAgain() {
    subscription.untilCharge(1);
    ChargeReport refused = subscription.charge(false);
    subscription.deliver(refused);
    subscription.deliver(refused);
    assertThat(subscription.shop.incidents()).containsExactly("CHARGE_FAILED");

    subscription.act(ContractAction.REAUTHORIZE);
    assertThat(subscription.contract().pending()).isEmpty();
    subscription.deliver(subscription.shop.world.ecpayContracts.last());
    subscription.follow(Duration.ofHours(1));
    assertThat(subscription.contract().successes()).isEqualTo(2);
    assertThat(subscription.invoicesOf(2)).hasSize(1);
    assertThat(subscription.shop.world.wire.count("CreditCardPeriodAction")).isEqualTo(1);
  }

  @Rule("R-PAY-18")
  @Test
  void sixRefusalsInARowStopTheContractWithAnIncident() {
    for (int turn = 1; turn <= 6; turn++) {
      subscription.untilCharge(turn);
      subscription.deliver(subscription.charge(false));
    }
    assertThat(subscription.contract().state()).isEqualTo(State.STOPPED);
    assertThat(subscription.shop.incidents()).endsWith("CONTRACT_STOPPED").hasSize(7);
    subscription.follow(Duration.ofDays(365));
    assertThat(subscription.shop.world.books.unfinished()).isEmpty();
    assertThat(subscription.shop.events(ContractEnded.class)).hasSize(1);
  }

  @Rule("R-PAY-18")
  @Test
  void aChargeThatNeverCameIsTakenForAFailure() {
    subscription.untilCharge(1);
    subscription.follow(Duration.ofHours(25));
    assertThat(subscription.shop.incidents()).containsExactly("CHARGE_MISSING");
    assertThat(subscription.contract().charges()).hasSize(2);
    assertThat(subscription.contract().failuresInARow()).isEqualTo(1);
  }

  @Rule("R-PAY-17")
  @Test
  void aContractIsWatchedToItsEnd() {
    Subscription three = new Subscription(Channel.HOSTED, 3);
    three.untilCharge(1);
    three.deliver(three.charge(true));
    three.untilCharge(2);
    three.deliver(three.charge(true));
    three.follow(Duration.ofDays(3));
    assertThat(three.contract().state()).isEqualTo(State.FINISHED);
    assertThat(three.shop.world.books.unfinished()).isEmpty();
    assertThat(three.shop.world.ecpayContracts.successes()).isEqualTo(3);
  }

  @Rule("R-PAY-17")
  @Test
  void whatDoesNotAddUpIsAnIncidentAndNothingIsBooked() {
    MerchantTradeNo tradeNo = subscription.tradeNo();
    subscription.untilCharge(1);
    var now = subscription.shop.world.clock.instant();
    Money amount = ScriptedContracts.AMOUNT;
    subscription.deliver(
        ScriptedContracts.report(tradeNo, true, 13, 501, "X1", now, amount, false));
    subscription.deliver(ScriptedContracts.report(tradeNo, true, 0, 502, "X2", now, amount, false));
    subscription.deliver(
        ScriptedContracts.report(tradeNo, true, 2, 503, "X3", now, Money.of(999), false));
    subscription.deliver(ScriptedContracts.report(tradeNo, true, 2, 504, "X4", now, amount, true));
    assertThat(subscription.contract().successes()).isEqualTo(1);
    assertThat(subscription.shop.incidents())
        .containsExactly(
            "CHARGE_OUT_OF_COUNT", "CHARGE_OUT_OF_COUNT", "AMOUNT_MISMATCH", "SIMULATED_CHARGE");
    subscription.deliver(subscription.charge(true));
    subscription.deliver(ScriptedContracts.report(tradeNo, true, 2, 505, "X5", now, amount, false));
    assertThat(subscription.shop.incidents()).endsWith("CHARGE_CONTRADICTS");
    assertThat(subscription.contract().successes()).isEqualTo(2);
  }

  @Rule("R-CBK-04")
  @Test
  void aChargeThatOvertakesItsFirstIsSentAgainByEcpay() {
    Subscription early = Subscription.unpaid(Channel.EMBEDDED, 12);
    early.submitFirst();
    ChargeReport second = early.charge(true);
    assertThat(early.deliver(second)).isInstanceOf(Acknowledgement.Refused.class);
    early.shop.world.ecpayPayments.moneyArrives(early.tradeNo());
    early.follow(Duration.ofHours(2));
    assertThat(early.found()).isPresent();
    assertThat(early.deliver(second)).isInstanceOf(Acknowledgement.Received.class);
    assertThat(early.contract().successes()).isEqualTo(2);
  }

  @Rule("R-CBK-01")
  @Test
  void aForgedNoticeIsRefusedAndChangesNothing() {
    assertThat(
            subscription.shop.world.contracts.record.record(
                Samples.merchant(), "forged".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(Acknowledgement.Refused.class);
    assertThat(subscription.contract().charges()).hasSize(1);
  }

  @Test
  void aContractThatWasStoppedElsewhereIsAnIncident() {
    Subscription hosted = new Subscription(Channel.HOSTED, 12);
    hosted.shop.world.ecpayContracts.stop();
    hosted.untilCharge(1);
    hosted.follow(Duration.ofHours(25));
    assertThat(hosted.contract().state()).isEqualTo(State.STOPPED);
    assertThat(hosted.shop.incidents()).contains("CONTRACT_STOPPED_ELSEWHERE");
  }
}
