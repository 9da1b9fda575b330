package ecpay.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.BooksContract;
import ecpay.domain.Samples;
import ecpay.domain.answer.Delivery;
import ecpay.domain.contract.PeriodicContract.State;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import ecpay.domain.payment.report.PaymentFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

public abstract class ContractsContract extends BooksContract {
  private final PeriodicContract contract = SampleContracts.monthly(12);

  @Test
  void aContractIsFoundByItsTradeNumberAndItsOrder() {
    placedOrder();
    holdingOrder(() -> books.contracts().add(contract));

    assertThat(books.contracts().find(Samples.SHOP, contract.tradeNo())).contains(contract);
    assertThat(books.contracts().ofOrder(Samples.SHOP, Samples.ORDER)).containsExactly(contract);
    assertThat(books.contracts().find(new MerchantId("stranger"), contract.tradeNo())).isEmpty();
  }

  @Test
  void whatWasSavedLastIsFound() {
    placedOrder();
    holdingOrder(() -> books.contracts().add(contract));
    PeriodicContract charged =
        contract.withCharged(
            SampleContracts.charge(contract, true, 2, 1), 2, new OrderId("CHILD2"), Samples.NOW);
    PeriodicContract failed =
        charged.withFailure(
            SampleContracts.charge(contract, false, 2, 2),
            new PaymentFailure("10200058", "card refused"),
            Samples.NOW);
    PeriodicContract wanting = failed.wanting(ContractAction.REAUTHORIZE, Samples.NOW);
    PeriodicContract sent = wanting.delivering(Delivery.Due.NEW.sending(Samples.NOW));
    PeriodicContract lost = wanting.delivering(new Delivery.Lost(Samples.NOW, true));
    PeriodicContract triedAgain = wanting.triedAgain(Samples.NOW);
    PeriodicContract ended =
        failed.looked(Samples.NOW.plus(Duration.ofDays(100))).ended(State.STOPPED, Samples.NOW);

    for (PeriodicContract state :
        new PeriodicContract[] {charged, failed, wanting, sent, lost, triedAgain, ended}) {
      holdingOrder(() -> books.contracts().save(state));
      assertThat(books.contracts().find(Samples.SHOP, contract.tradeNo())).contains(state);
    }
  }

  @Test
  void aContractIsThereOnceAndIsWrittenUnderTheLockOfItsOrderOnly() {
    placedOrder();
    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.contracts().save(contract)));
    holdingOrder(() -> books.contracts().add(contract));

    assertThatIllegalStateException()
        .isThrownBy(() -> holdingOrder(() -> books.contracts().add(contract)));
    assertThatIllegalStateException().isThrownBy(() -> books.contracts().save(contract));
  }
}
