package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CB-03 and CB-07 that are lost, told twice, a month late, or behind one that came after. */
@Rule({"R-PAY-17", "R-CBK-03", "R-CBK-04"})
class NoticesInAnyOrderTest {
  private static final int MOST_REFUSALS = 5;

  @Test
  void eachChargeIsOneOrderWithOneInvoiceWhateverBecomesOfItsNotice() {
    Property.of(60).holds(NoticesInAnyOrderTest::live);
  }

  private static void live(RandomGenerator random) {
    int times = 2 + random.nextInt(9);
    Subscription tea =
        new Subscription(random.nextBoolean() ? Channel.EMBEDDED : Channel.HOSTED, times);
    List<ChargeReport> mail = new ArrayList<>();
    int refusals = 0;
    for (int turn = 1; turn < times; turn++) {
      tea.untilCharge(turn);
      boolean paid = refusals == MOST_REFUSALS || random.nextInt(3) > 0;
      refusals = paid ? 0 : refusals + 1;
      ChargeReport told = tea.charge(paid);
      IntStream.range(0, random.nextInt(4)).forEach(_ -> mail.add(told)); // 0: lost
      deliver(tea, mail, random, random.nextInt(mail.size() + 1));
      tea.follow(Duration.ofHours(random.nextInt(72)));
    }
    deliver(tea, mail, random, mail.size());
    tea.follow(Duration.ofDays(60));
    deliver(tea, new ArrayList<>(List.of(tea.shop.world.ecpayContracts.last())), random, 1);
    tea.follow(Duration.ofDays(2));
    assertThatBothSidesAgree(tea, times);
  }

  /** So many of those on their way, any of them. */
  private static void deliver(
      Subscription tea, List<ChargeReport> mail, RandomGenerator random, int count) {
    for (int sent = 0; sent < count; sent++) {
      tea.deliver(mail.remove(random.nextInt(mail.size())));
    }
  }

  private static void assertThatBothSidesAgree(Subscription tea, int times) {
    int successes = tea.shop.world.ecpayContracts.successes();
    assertThat(tea.contract().state()).isEqualTo(State.FINISHED);
    assertThat(tea.contract().successes()).isEqualTo(successes);
    assertThat(tea.contract().charges()).as("one for each turn").hasSize(times);
    for (int number = 2; number <= successes; number++) {
      assertThat(tea.paymentsOf(number)).hasSize(1);
      assertThat(tea.invoicesOf(number)).hasSize(1);
    }
    assertThat(tea.shop.world.ecpayInvoices.count()).isEqualTo(successes);
    assertThat(tea.shop.incidents())
        .as("only refusals are a person's matter")
        .isSubsetOf("CHARGE_FAILED", "CHARGE_MISSING");
    assertThat(tea.shop.incidents()).hasSize(times - successes);
    assertThat(tea.shop.world.books.scheduled().keySet())
        .noneMatch(FollowUp.WatchContract.class::isInstance);
  }
}
