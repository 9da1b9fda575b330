package ecpay.domain.refund.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.answer.Answer;
import ecpay.domain.card.CardState;
import ecpay.domain.refund.Goods;
import ecpay.domain.refund.Refund;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.Till;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Wherever the program is killed and whatever becomes of its calls, there is one refund at the end,
 * and money and documents agree.
 */
@Rule({"R-CAP-01", "R-CAP-13", "R-PAY-13"})
class KilledRefundsTest {
  private static final List<Fault> FAULTS =
      List.of(
          Fault.NONE,
          Fault.DONE_BUT_LOST,
          Fault.LOST,
          Fault.NOT_SENT,
          Fault.REFUSED,
          Fault.HTTP_500,
          Fault.DONE_BUT_HTTP_500);

  /** A refund that is killed; whoever got no answer asks again, and lets it go on if it stopped. */
  private record Killed(CardState state, Goods goods, String operation, Fault fault, long left)
      implements Shop.Story {
    @Override
    public Shop begin() {
      Till till = Till.invoiced(state);
      till.world.wire.script(operation, fault);
      return till.shop;
    }

    @Override
    public void live(Shop shop) {
      Till.of(shop).ask("r1", goods);
      Till.of(shop).follow(Duration.ofHours(1));
    }

    @Override
    public void check(Shop shop) {
      Till till = Till.of(shop);
      if (till.refunds().isEmpty() || till.refund().isOpen()) {
        till.ask("r1", goods);
        till.follow(Duration.ofHours(1));
      }
      for (int i = 0; i < 3 && till.refund().isOpen(); i++) {
        var answer =
            till.world.changeRefund.proceed(Samples.SHOP, till.refund().id(), Optional.empty());
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        till.follow(Duration.ofHours(1));
      }
      assertThat(till.refunds()).hasSize(1);
      assertThat(till.refund().status()).isInstanceOf(Refund.Status.Done.class);
      assertThat(till.money()).isEqualTo(left);
      assertThat(till.documents()).isEqualTo(left);
      assertThat(till.world.ecpayCharges.refunds()).isLessThanOrEqualTo(1);
      assertThat(shop.incidents())
          .isSubsetOf("REFUND_STOPPED", "CHANGE_REFUSED", "CHANGE_UNCLEAR", "ALLOWANCE_REFUSED");
      assertThat(shop.world.books.unfinished()).isEmpty();
    }
  }

  private static void killEverywhere(
      CardState state, Goods goods, String operation, long left, List<Fault> faults) {
    for (Fault fault : faults) {
      assertThat(Shop.killEverywhere(new Killed(state, goods, operation, fault, left)))
          .as(operation + " " + fault)
          .isGreaterThan(40);
    }
  }

  @Test
  void partOfACapturedCardGoesBackOnce() {
    killEverywhere(CardState.CAPTURED, Till.amount(100), "DoAction", 900, FAULTS);
  }

  @Test
  void anAuthorisedCardIsAbandonedOnce() {
    killEverywhere(CardState.AUTHORIZED, Till.everything(), "DoAction", 0, FAULTS);
  }

  @Rule("R-CAP-03")
  @Test
  void takingBackAndAbandoningHappenOnceEach() {
    killEverywhere(CardState.TO_BE_CAPTURED, Till.everything(), "DoAction", 0, FAULTS);
  }

  @Test
  void theInvoiceIsVoidOnce() {
    killEverywhere(
        CardState.CAPTURED,
        Till.everything(),
        "Invalid",
        0,
        List.of(Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT, Fault.REFUSED));
  }

  @Test
  void theAllowanceIsIssuedOnce() {
    killEverywhere(
        CardState.CAPTURED,
        Till.amount(100),
        "Allowance",
        900,
        List.of(Fault.DONE_BUT_LOST, Fault.LOST, Fault.NOT_SENT, Fault.REFUSED));
  }
}
