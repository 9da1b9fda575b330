package ecpay.app.web.console.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.app.web.console.TimelineRow;
import ecpay.domain.contract.Agreement;
import ecpay.domain.contract.ContractAction;
import ecpay.domain.contract.PeriodicContract;
import ecpay.domain.event.DomainEvent;
import ecpay.domain.event.DomainEvent.ContractActionRequested;
import ecpay.domain.event.DomainEvent.IncidentRaised;
import ecpay.domain.event.RecordedEvent;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.money.Money;
import ecpay.domain.order.MerchantTradeNo;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Channel;
import ecpay.domain.payment.offer.PeriodicTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractPageTest {
  private static final MerchantId SHOP = new MerchantId("shop");
  private static final MerchantTradeNo TRADE_NO = new MerchantTradeNo("TRADE0001");
  private static final OrderId FIRST = new OrderId("O1");
  private static final Instant BEGUN = Instant.parse("2026-11-21T04:05:06Z");

  private static PeriodicContract begun() {
    return PeriodicContract.begin(
        new Agreement(
            SHOP,
            TRADE_NO,
            FIRST,
            new PaymentId("P1"),
            new PeriodicTerms(PeriodicTerms.Unit.MONTH, 1, 3),
            Channel.EMBEDDED,
            Money.of(1000),
            BEGUN),
        1,
        "EC1");
  }

  /** Asked so long after it began that some charges should have come. */
  private static PeriodicContract afterMonths(int months) {
    return begun().looked(BEGUN.plus(Duration.ofDays(31L * months + 2)));
  }

  private static List<String> deeds(PeriodicContract contract) {
    return ContractPage.of(contract, List.of()).deeds().stream()
        .map(ContractPage.Deed::action)
        .toList();
  }

  @Test
  void onlyWhatCanBeDoneIsOffered() {
    assertThat(deeds(begun())).containsExactly("cancel");
    assertThat(deeds(afterMonths(1))).containsExactly("cancel", "reauthorize");
    assertThat(deeds(begun().wanting(ContractAction.CANCEL, BEGUN))).isEmpty();
    assertThat(deeds(begun().ended(PeriodicContract.State.STOPPED, BEGUN))).isEmpty();
  }

  @Test
  void aContractThatIsOverHereOnlyCanStillBeStoppedAtEcpay() {
    assertThat(afterMonths(2).state()).isEqualTo(PeriodicContract.State.FINISHED);
    assertThat(deeds(afterMonths(2))).contains("cancel");
  }

  @Test
  void eachChargeLeadsToItsOrderAndAFailedOneSaysWhy() {
    ContractPage page = ContractPage.of(afterMonths(1), List.of());
    assertThat(page.charges())
        .extracting(ContractPage.Row::state)
        .containsExactly("paid", "failed");
    assertThat(page.charges().getFirst().order()).isEqualTo("O1");
    assertThat(page.charges().getLast().order()).isEmpty();
    assertThat(page.charges().getLast().detail()).contains("NOT_CHARGED");
  }

  @Test
  void theLineOnAnOrderSaysWhichChargeItIs() {
    assertThat(ContractPage.Line.of(begun(), FIRST).text())
        .startsWith("1 of 3 charges · next 2026-12-21")
        .endsWith("this order is charge 1");
    assertThat(ContractPage.Line.of(begun(), new OrderId("O2")).text())
        .doesNotContain("this order");
  }

  @Test
  void theTimelineIsThatOfTheContractAlone() {
    List<RecordedEvent> events =
        List.of(
            event(1, new ContractActionRequested(TRADE_NO, "Cancel")),
            event(2, new ContractActionRequested(new MerchantTradeNo("OTHER1"), "Cancel")),
            event(3, new IncidentRaised("CHARGE_FAILED", "TRADE0001", "see to it")),
            event(4, new IncidentRaised("LATE", "OTHER1", "see to it")));
    assertThat(ContractPage.of(begun(), events).timeline())
        .extracting(TimelineRow::sequence)
        .containsExactly(1L, 3L);
  }

  private static RecordedEvent event(long sequence, DomainEvent event) {
    return new RecordedEvent(sequence, SHOP, Optional.of(FIRST), BEGUN, event);
  }
}
