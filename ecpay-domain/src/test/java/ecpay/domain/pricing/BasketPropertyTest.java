package ecpay.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.order.Carrier;
import ecpay.domain.order.InvoicePreference;
import ecpay.domain.order.OrderContent;
import ecpay.domain.order.OrderLine;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import ecpay.domain.rule.RuleViolationException;
import ecpay.domain.rule.Violation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Any basket, beside a model that calculates in fractions of whole numbers. */
class BasketPropertyTest {
  /** A number as a shop's clerk would keep it who never divides. */
  private record Fraction(BigInteger over, BigInteger under) {
    static Fraction of(BigDecimal value) {
      return new Fraction(value.movePointRight(20).toBigIntegerExact(), BigInteger.TEN.pow(20));
    }

    static Fraction of(long value) {
      return of(BigDecimal.valueOf(value));
    }

    Fraction times(Fraction other) {
      return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction by(Fraction other) {
      return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    Fraction plus(Fraction other) {
      return new Fraction(
          over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
      return plus(new Fraction(other.over.negate(), other.under));
    }

    boolean isBelow(Fraction other) {
      return minus(other).over.signum() < 0;
    }

    long down() {
      return over.divide(under).longValueExact();
    }

    long halfUp() {
      return plus(new Fraction(BigInteger.ONE, BigInteger.TWO)).down();
    }
  }

  /** What a discount leaves, or nothing when it takes off too much. */
  private static Optional<Fraction> reduced(Fraction worth, Discount discount) {
    return switch (discount) {
      case Discount.AmountOff(_, Money amount) ->
          amount.twd() > worth.halfUp()
              ? Optional.empty()
              : Optional.of(
                  worth.isBelow(Fraction.of(amount.twd()))
                      ? Fraction.of(0)
                      : worth.minus(Fraction.of(amount.twd())));
      case Discount.PercentOff(_, BigDecimal percent) ->
          Optional.of(
              worth
                  .times(Fraction.of(100).minus(Fraction.of(percent)))
                  .times(Fraction.of(new BigDecimal("0.01"))));
    };
  }

  /** The model: what each of the goods costs exactly, and what that is in whole dollars. */
  private static final class Model {
    final List<Long> listed = new ArrayList<>();
    final List<Fraction> exact = new ArrayList<>();
    final List<String> broken = new ArrayList<>();
    long goods;
    long fees;
    Fraction worth = Fraction.of(0);

    Model(Basket basket) {
      for (int i = 0; i < basket.lines().size(); i++) {
        line(i, basket.lines().get(i));
      }
      basket.fees().forEach(fee -> fees += fee.amount().twd());
      if (goods + fees > 999_999_999_999L) {
        broken.add("R-INV-05 total");
      }
      Fraction before = worth;
      for (int i = 0; i < basket.discounts().size(); i++) {
        Optional<Fraction> left = reduced(worth, basket.discounts().get(i));
        if (left.isEmpty()) {
          broken.add("R-ORD-06 discounts[" + i + "].amount");
        }
        worth = left.orElse(worth);
      }
      if (before.over().signum() > 0) {
        Fraction factor = worth.by(before);
        exact.replaceAll(one -> one.times(factor));
      }
      if (worth.halfUp() + fees == 0) {
        broken.add("R-ORD-04 total");
      }
    }

    private void line(int index, BasketLine line) {
      Fraction product =
          Fraction.of(line.price().value()).times(Fraction.of(line.quantity().value()));
      long amount = line.amount().map(Money::twd).orElse(product.halfUp());
      listed.add(amount);
      goods += amount;
      Fraction own = Fraction.of(amount);
      if (line.discount().isPresent()) {
        Optional<Fraction> left = reduced(own, line.discount().get());
        if (left.isEmpty()) {
          broken.add("R-ORD-06 lines[" + index + "].discount.amount");
        }
        own = left.orElse(own);
      }
      exact.add(own);
      worth = worth.plus(own);
      boolean near =
          !Fraction.of(1).isBelow(product.minus(Fraction.of(amount)))
              && !Fraction.of(1).isBelow(Fraction.of(amount).minus(product));
      if (!near) {
        broken.add("R-INV-04 lines[" + index + "].amount");
      }
    }
  }

  @Rule({"R-ORD-04", "R-ORD-06", "R-INV-03", "R-INV-04", "R-INV-05"})
  @Test
  void everyBasketIsAnOrderThatAddsUpOrIsRefusedForItsReason() {
    Property.of(4000)
        .holds(random -> {
          Basket basket = new RandomBaskets(random).basket();
          Model model = new Model(basket);
          try {
            Priced priced = basket.price();
            assertThat(model.broken).isEmpty();
            check(basket, priced, model);
          } catch (RuleViolationException refused) {
            assertThat(refused.violations())
                .extracting(BasketPropertyTest::told)
                .isNotEmpty()
                .isSubsetOf(model.broken);
          }
        });
  }

  private static String told(Violation violation) {
    return violation.rule() + " " + violation.field();
  }

  private static void check(Basket basket, Priced priced, Model model) {
    int goods = basket.lines().size();
    assertThat(priced.lines()).hasSize(goods + basket.fees().size());
    assertThat(priced.goods().twd()).isEqualTo(model.goods);
    assertThat(priced.fees().twd()).isEqualTo(model.fees);
    assertThat(priced.total().twd()).isEqualTo(model.worth.halfUp() + model.fees);
    assertThat(priced.lines().stream().mapToLong(line -> line.amount().twd()).sum())
        .isEqualTo(priced.total().twd());
    assertThat(priced.reductions().stream().mapToLong(one -> one.amount().twd()).sum())
        .isEqualTo(priced.goods().twd() + priced.fees().twd() - priced.total().twd());
    for (int i = 0; i < goods; i++) {
      OrderLine line = priced.lines().get(i);
      long down = model.exact.get(i).down();
      assertThat(line.amount().twd()).isBetween(down, down + 1);
      assertThat(line.tax()).isEqualTo(basket.lines().get(i).tax());
      if (basket.discounts().isEmpty() && basket.lines().get(i).discount().isEmpty()) {
        assertThat(line.amount().twd()).isEqualTo(model.listed.get(i));
        assertThat(line.price()).isEqualTo(basket.lines().get(i).price());
        assertThat(line.quantity()).isEqualTo(basket.lines().get(i).quantity());
      }
    }
    checkRemainders(priced, model);
    assertThat(
            new OrderContent(
                    Samples.buyer(),
                    priced.lines(),
                    priced.total(),
                    "訂單",
                    InvoicePreference.on(new Carrier.Ecpay()))
                .total())
        .isEqualTo(priced.total());
  }

  /** Nobody is rounded up whose remainder is smaller than that of one who is rounded down. */
  private static void checkRemainders(Priced priced, Model model) {
    for (int i = 0; i < model.exact.size(); i++) {
      for (int j = 0; j < model.exact.size(); j++) {
        long up = model.exact.get(i).down();
        long down = model.exact.get(j).down();
        if (priced.lines().get(i).amount().twd() > up
            && priced.lines().get(j).amount().twd() == down) {
          Fraction remainder = model.exact.get(i).minus(Fraction.of(up));
          assertThat(remainder.isBelow(model.exact.get(j).minus(Fraction.of(down)))).isFalse();
        }
      }
    }
  }

  @Rule("R-ORD-06")
  @Test
  void aFurtherDiscountNeverMakesABasketDearer() {
    Property.of(1000)
        .holds(random -> {
          Basket basket = new RandomBaskets(random).basket();
          if (!new Model(basket).broken.isEmpty()) {
            return;
          }
          List<Discount> more = new ArrayList<>(basket.discounts());
          more.add(new Discount.PercentOff("再折", BigDecimal.valueOf(random.nextInt(1, 50))));
          Priced cheaper;
          try {
            cheaper = new Basket(basket.lines(), more, basket.fees()).price();
          } catch (RuleViolationException free) {
            assertThat(free.violations()).extracting(Violation::rule).containsExactly("R-ORD-04");
            return;
          }
          assertThat(cheaper.total()).isLessThanOrEqualTo(basket.price().total());
          assertThat(cheaper.reductions()).allMatch(one -> one.amount().twd() >= 0);
        });
  }
}
