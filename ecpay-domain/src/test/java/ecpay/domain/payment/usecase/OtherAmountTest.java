package ecpay.domain.payment.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.payment.Payment;
import ecpay.domain.payment.PaymentId;
import ecpay.domain.payment.offer.Offer;
import ecpay.domain.payment.offer.PaymentMethod;
import ecpay.domain.payment.report.PaymentReport;
import ecpay.domain.payment.report.PaymentReport.Verdict;
import ecpay.domain.payment.usecase.StartPayment.Result;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Shop;
import ecpay.domain.world.World;
import ecpay.domain.world.ecpay.ScriptedPayments;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Money of another amount, and none at all, which ECPay tells at each question (R-PAY-09). */
class OtherAmountTest {
  private final World world = new World();
  private final Shop shop = new Shop(world);
  private final Payment handed =
      ((Result.HandedOver)
              world.startPayment.start(
                  Samples.SHOP, shop.order, Offer.hosted(Set.of(PaymentMethod.CARD))))
          .payment();

  private PaymentReport paid(Money amount, boolean simulated) {
    return ScriptedPayments.report(
        Samples.merchant().payments().merchantId(),
        handed.tradeNo(),
        new Verdict.Paid(),
        amount,
        simulated);
  }

  private Result pay(Optional<PaymentId> beside) {
    return world.payOrder.pay(
        Samples.SHOP, shop.order, Offer.embedded(Set.of(PaymentMethod.CARD)), beside);
  }

  @Rule("R-PAY-09")
  @Test
  void anotherAmountIsToldToAPersonOnceHoweverOftenEcpayIsAsked() {
    world.ecpayPayments.answerQueriesWith(paid(Money.of(999), false));
    shop.runToTheEnd();
    assertThat(world.wire.count("QueryTrade")).isGreaterThan(20);
    assertThat(shop.incidents()).containsExactly("AMOUNT_MISMATCH");
    assertThat(shop.order().isPaid()).isFalse();
  }

  @Rule({"R-PAY-09", "R-ORD-03"})
  @Test
  void whosePaymentEcpayTellsWithAnotherAmountDoesNotPayASecondTimeUnlessTheShopWantsIt() {
    shop.deliver(paid(Money.of(999), false));
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.UnderWay(handed));
    assertThat(pay(Optional.empty())).isEqualTo(new Result.UnderWay(handed));
    assertThat(world.wire.count("QueryTrade")).isZero();
    assertThat(shop.payments()).hasSize(1);
    shop.runToTheEnd();
    Payment expired = shop.payment();
    assertThat(expired).isInstanceOf(Payment.Expired.class);
    assertThat(world.payOrder.again(handed.id())).isEqualTo(new Result.UnderWay(expired));
    assertThat(pay(Optional.of(handed.id()))).isInstanceOf(Result.Opened.class);
  }

  @Rule({"R-PAY-09", "R-ORD-03"})
  @Test
  void aSimulationIsNoMoneyAndKeepsNobodyFromPaying() {
    shop.deliver(paid(handed.attempt().amount(), true));
    assertThat(pay(Optional.empty())).isInstanceOf(Result.Opened.class);
    assertThat(shop.incidents()).containsExactly("SIMULATED_PAYMENT");
  }
}
