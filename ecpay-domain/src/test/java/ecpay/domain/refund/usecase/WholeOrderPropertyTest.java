package ecpay.domain.refund.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.event.DomainEvent.OrderPaid;
import ecpay.domain.payment.Payment;
import ecpay.domain.property.Property;
import ecpay.domain.refund.Refund;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Till;
import ecpay.domain.world.life.Market;
import ecpay.domain.world.life.Sold;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whole orders, from the first attempt to the last refund: attempts beside each other, notices that
 * get lost, repeated and reordered, captures, refunds that are refused, called off and paid by
 * hand, contracts that charge on, and a clock that moves.
 */
@Rule({"R-ORD-03", "R-PAY-10", "R-PAY-13", "R-PAY-17", "R-CAP-04", "R-CAP-13", "R-CBK-03"})
class WholeOrderPropertyTest {
  private final Set<String> seen = new HashSet<>();

  @Test
  void whateverHappensMoneyAndDocumentsAgreeInTheEndAndEachFactIsToldOnce() {
    Property.of(100).holds(this::live);
    assertThat(seen)
        .as("what happened at all")
        .contains(
            "paid after it was given up",
            "two paid",
            "charged on",
            "paid back by hand",
            "called off",
            "a part given back",
            "all given back");
  }

  private void live(RandomGenerator random) {
    Market market = new Market(random);
    IntStream.range(0, 5 + random.nextInt(15)).forEach(_ -> market.pay());
    IntStream.range(0, random.nextInt(15)).forEach(_ -> market.giveBack());
    market.chargeOn();
    market.settle();
    List<Sold> orders = market.orders();
    assertThat(market.refundsUnderWay()).as("refunds without an end").isEmpty();
    orders.forEach(this::check);
    long kept = orders.stream().mapToLong(Sold::kept).sum();
    assertThat(market.documents()).as("invoiced - allowed = paid - refunded").isEqualTo(kept);
    assertThat(market.collected())
        .as("what ECPay collected is in the books")
        .isEqualTo(kept + orders.stream().mapToLong(Sold::keptOnTop).sum());
    if (orders.size() > 1) {
      seen.add("charged on");
    }
  }

  private void check(Sold order) {
    List<Payment.Paid> paid = order.paid();
    assertThat(order.count(OrderPaid.class)).isEqualTo(Math.min(paid.size(), 1));
    assertThat(Collections.frequency(order.incidents(), "SECOND_PAYMENT"))
        .isEqualTo(Math.max(paid.size() - 1, 0));
    for (Payment.Paid payment : paid) {
      assertThat(order.wentBack(payment))
          .as("what went back of " + payment.id())
          .isEqualTo(order.refunded(payment))
          .isLessThanOrEqualTo(payment.attempt().amount().twd());
    }
    assertThat(order.facts()).as("facts of order " + order.id()).doesNotHaveDuplicates();
    note(order);
  }

  private void note(Sold order) {
    if (order.paid().size() > 1) {
      seen.add("two paid");
    }
    if (order.incidents().contains("PAID_AFTER_FAILURE")) {
      seen.add("paid after it was given up");
    }
    for (Refund refund : order.refunds()) {
      if (refund.status() instanceof Refund.Status.Cancelled) {
        seen.add("called off");
      } else {
        seen.add(refund.everything() ? "all given back" : "a part given back");
      }
      if (Till.steps(refund).contains("PayByHand")) {
        seen.add("paid back by hand");
      }
    }
  }
}
