package ecpay.domain.contract.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.contract.ChargeReport;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a charge is one matter, whether its notice tells it or ECPay's list. */
@Rule({"R-PAY-09", "R-PAY-17", "R-CBK-03"})
class WrongChargesTest {
  private final Subscription one = new Subscription(Channel.HOSTED, 12);

  private ChargeReport anotherAmount(int turn) {
    one.untilCharge(turn);
    Instant second = Instant.ofEpochSecond(one.shop.world.clock.instant().getEpochSecond());
    one.shop.world.ecpayContracts.chargeAnotherAmount(one.tradeNo(), second);
    return one.shop.world.ecpayContracts.last();
  }

  private List<String> about(String kind) {
    return one.shop.events(IncidentRaised.class).stream()
        .filter(raised -> raised.kind().equals(kind))
        .map(IncidentRaised::about)
        .toList();
  }

  @Test
  void whatItsNoticeToldIsNotToldAgainByEcpaysList() {
    one.deliver(anotherAmount(1));
    one.follow(Duration.ofDays(2));
    assertThat(one.shop.world.wire.count("QueryContract")).isPositive();
    assertThat(about("AMOUNT_MISMATCH")).containsExactly(one.tradeNo() + " 9000");
  }

  @Test
  void whatEcpaysListToldIsNotToldAgainByALateNotice() {
    ChargeReport wrong = anotherAmount(1);
    one.follow(Duration.ofDays(2));
    one.deliver(wrong);
    assertThat(about("AMOUNT_MISMATCH")).containsExactly(one.tradeNo() + " 9000");
  }

  @Test
  void eachWrongChargeIsAMatterOfItsOwn() {
    one.deliver(anotherAmount(1));
    one.follow(Duration.ofDays(2));
    one.deliver(anotherAmount(2));
    one.follow(Duration.ofDays(2));
    assertThat(about("AMOUNT_MISMATCH"))
        .containsExactly(one.tradeNo() + " 9000", one.tradeNo() + " 9001");
  }

  @Test
  void aContractThatEcpayDoesNotKnowAtAnyLookIsOneMatter() {
    one.shop.world.ecpayContracts.forget();
    one.follow(Duration.ofDays(120));
    assertThat(one.shop.world.wire.count("QueryContract")).isGreaterThan(2);
    assertThat(about("CONTRACT_NOT_FOUND")).containsExactly(one.tradeNo().value());
  }

  @Test
  void aCountThatStaysTooSmallIsOneMatter() {
    one.untilCharge(1);
    one.deliver(one.charge(true));
    one.shop.world.ecpayContracts.miscount(-1);
    one.follow(Duration.ofDays(120));
    assertThat(one.shop.world.wire.count("QueryContract")).isGreaterThan(2);
    assertThat(about("COUNT_DECREASED")).containsExactly(one.tradeNo().value());
  }
}
