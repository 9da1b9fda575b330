package ecpay.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Rule;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final MerchantTradeNo FIRST = new MerchantTradeNo("FIRST");
  private static final MerchantTradeNo SECOND = new MerchantTradeNo("SECOND");

  @Test
  void aNewOrderIsUnpaid() {
    Order order = Samples.order();
    assertThat(order.isPaid()).isFalse();
    assertThat(order.isPaidByAnotherThan(FIRST)).isFalse();
    assertThat(order.total()).isEqualTo(Money.of(1000));
    assertThat(order.payment()).isEmpty();
  }

  @Rule({"R-ORD-03", "R-PAY-10"})
  @Test
  void theFirstAttemptThatPaysStaysTheOne() {
    Order paid = Samples.order().paidBy(FIRST, Samples.NOW);
    assertThat(paid.isPaid()).isTrue();
    assertThat(paid.payment()).isEqualTo(Optional.of(new Order.Settlement(FIRST, Samples.NOW)));
    assertThat(paid.isPaidByAnotherThan(FIRST)).isFalse();
    assertThat(paid.isPaidByAnotherThan(SECOND)).isTrue();
    assertThat(paid.paidBy(SECOND, Samples.NOW.plus(Duration.ofDays(1)))).isEqualTo(paid);
    assertThat(paid.paidBy(FIRST, Samples.NOW.plus(Duration.ofDays(1)))).isEqualTo(paid);
  }

  @Test
  void payingChangesNothingElse() {
    Order order = Samples.order();
    Order paid = order.paidBy(FIRST, Samples.NOW);
    assertThat(paid)
        .isEqualTo(
            new Order(
                order.id(),
                order.merchant(),
                order.reference(),
                order.content(),
                order.placedAt(),
                paid.payment()));
  }
}
