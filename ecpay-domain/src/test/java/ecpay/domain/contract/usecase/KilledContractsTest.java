package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contract.Charge;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Subscription;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A charge is one order with one invoice, and a wish is done, wherever the program is killed. */
class KilledContractsTest {
  private static final List<Fault> FAULTS =
      List.of(Fault.NONE, Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT);

  /** Kills everywhere while something is done, does it again as its sender would, and looks. */
  private static int killEverywhere(
      Channel channel,
      Consumer<Subscription> beginning,
      Consumer<Subscription> done,
      Consumer<Subscription> end) {
    AtomicReference<Subscription> played = new AtomicReference<>();
    return Shop.killEverywhere(
        new Shop.Story() {
          @Override
          public Shop begin() {
            Subscription subscription = new Subscription(channel, 12);
            beginning.accept(subscription);
            played.set(subscription);
            return subscription.shop;
          }

          @Override
          public void live(Shop shop) {
            done.accept(played.get());
          }

          @Override
          public void check(Shop shop) {
            end.accept(played.get());
          }
        });
  }

  @Rule({"R-PAY-17", "R-CBK-03"})
  @Test
  void aChargeThatIsToldBecomesOneOrderWithOneInvoice() {
    AtomicReference<ChargeReport> told = new AtomicReference<>();
    int points =
        killEverywhere(
            Channel.EMBEDDED,
            subscription -> {
              subscription.untilCharge(1);
              told.set(subscription.charge(true));
            },
            subscription -> {
              subscription.deliver(told.get());
              subscription.follow(Duration.ofHours(1));
            },
            subscription -> {
              subscription.deliver(told.get());
              subscription.follow(Duration.ofHours(1));
              assertThat(subscription.contract().charged(2)).isPresent();
              assertThat(subscription.paymentsOf(2)).hasSize(1);
              assertThat(subscription.invoicesOf(2)).hasSize(1);
              assertThat(subscription.shop.world.ecpayInvoices.count()).isEqualTo(2);
            });
    assertThat(points).isGreaterThan(25);
  }

  @Rule("R-PAY-17")
  @Test
  void aChargeThatIsFoundBecomesOneOrderWithOneInvoice() {
    for (Channel channel : Channel.values()) {
      int points =
          killEverywhere(
              channel,
              subscription -> {
                subscription.untilCharge(1);
                subscription.charge(true);
              },
              subscription -> subscription.follow(Duration.ofHours(26)),
              subscription -> {
                assertThat(subscription.contract().charges())
                    .filteredOn(Charge::isCharged)
                    .hasSize(2);
                assertThat(subscription.invoicesOf(2)).hasSize(1);
                assertThat(subscription.shop.world.ecpayInvoices.count()).isEqualTo(2);
              });
      assertThat(points).isGreaterThan(25);
    }
  }

  @Rule({"R-CAP-10", "R-PAY-13"})
  @Test
  void aCancelledContractIsStoppedHereAndAtEcpay() {
    for (Channel channel : Channel.values()) {
      for (Fault fault : FAULTS) {
        int points =
            killEverywhere(
                channel,
                subscription ->
                    subscription.shop.world.wire.script("CreditCardPeriodAction", fault),
                subscription -> {
                  subscription.act(ContractAction.CANCEL);
                  subscription.follow(Duration.ofHours(1));
                },
                subscription -> {
                  subscription.act(ContractAction.CANCEL);
                  subscription.follow(Duration.ofHours(1));
                  assertThat(subscription.contract().state()).isEqualTo(State.STOPPED);
                  assertThat(subscription.contract().pending()).isEmpty();
                  assertThat(subscription.shop.world.ecpayContracts.isStopped()).isTrue();
                });
        assertThat(points).isGreaterThan(20);
      }
    }
  }
}
