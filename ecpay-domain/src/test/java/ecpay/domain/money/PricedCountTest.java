package ecpay.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.money.PricedCount.Limits;
import ecpay.domain.property.Property;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricedCountTest {
  private static PricedCount of(String price, String units, long amount, Limits limits) {
    return PricedCount.of(
        new UnitPrice(new BigDecimal(price)), new BigDecimal(units), Money.of(amount), limits);
  }

  private static PricedCount written(String price, String count, long amount, boolean lot) {
    return new PricedCount(
        new UnitPrice(new BigDecimal(price)),
        new Quantity(new BigDecimal(count)),
        Money.of(amount),
        lot);
  }

  private static PricedCount invoiced(String price, String units, long amount) {
    return of(price, units, amount, Limits.INVOICE);
  }

  private static PricedCount returned(String price, String units, long amount) {
    return of(price, units, amount, Limits.ALLOWANCE);
  }

  @Rule({"R-INV-04", "R-ALW-07"})
  @Test
  void thePriceAsSoldStaysWhileItIsWithinADollar() {
    assertThat(invoiced("33", "3", 98)).isEqualTo(written("33", "3", 98, false));
    assertThat(invoiced("33", "3", 100)).isEqualTo(written("33", "3", 100, false));
    assertThat(returned("33", "3", 100)).isEqualTo(written("33", "3", 100, false));
    assertThat(invoiced("33", "3", 97)).isEqualTo(written("32.3333333", "3", 97, false));
    assertThat(returned("33", "3", 101)).isEqualTo(written("33.6666667", "3", 101, false));
    assertThat(invoiced("5", "3", 0)).isEqualTo(written("0", "3", 0, false));
  }

  @Rule({"R-INV-04", "R-INV-05"})
  @Test
  void soManyUnitsThatSevenDecimalsAreTooFewBecomeOneLot() {
    assertThat(invoiced("1", "20000000", 6_666_667))
        .isEqualTo(written("0.3333334", "20000000", 6_666_667, false));
    assertThat(invoiced("1", "60000003", 13_333_333))
        .isEqualTo(written("0.2222222", "60000003", 13_333_333, false));
    assertThat(invoiced("1", "99999999", 45_678_901))
        .isEqualTo(written("45678901", "1", 45_678_901, true));
  }

  @Rule({"R-INV-05", "R-ALW-08", "R-ALW-09"})
  @Test
  void aCountOrAPriceThatTheDocumentDoesNotTakeBecomesOneLot() {
    assertThat(invoiced("100", "0.0000001", 1)).isEqualTo(written("100", "0.0000001", 1, false));
    assertThat(invoiced("100", "0.0000001", 1000)).isEqualTo(written("1000", "1", 1000, true));
    assertThat(returned("100", "1.25", 125)).isEqualTo(written("100", "1.25", 125, false));
    assertThat(returned("100", "1.125", 113)).isEqualTo(written("113", "1", 113, true));
    assertThat(returned("99999999", "1", 99_999_999))
        .isEqualTo(written("99999999", "1", 99_999_999, false));
    assertThat(returned("100000000", "0.5", 50_000_000))
        .isEqualTo(written("50000000", "1", 50_000_000, true));
    assertThat(returned("100000000", "1", 50_000_000))
        .isEqualTo(written("50000000", "1", 50_000_000, false));
    assertThat(returned("100000000", "1", 99_999_999))
        .isEqualTo(written("99999999", "1", 99_999_999, false));
  }

  @Rule({"R-INV-05", "R-ALW-10"})
  @Test
  void whatHasNoUnitsIsALotOfAsManyDigitsAsThePriceTakes() {
    assertThat(returned("100", "0", 40)).isEqualTo(written("40", "1", 40, true));
    assertThat(invoiced("100", "0", 9_999_999_999L))
        .isEqualTo(written("9999999999", "1", 9_999_999_999L, true));
    assertThat(invoiced("100", "0", 10_000_000_001L))
        .isEqualTo(written("1000000000.1", "10", 10_000_000_001L, true));
    assertThat(invoiced("100", "0", 999_999_999_999L))
        .isEqualTo(written("9999999999.99", "100", 999_999_999_999L, true));
  }

  @Test
  void aLotIsCountedAsSuch() {
    assertThat(returned("100", "0", 40).unit("本")).isEqualTo("式");
    assertThat(returned("100", "1", 40).unit("本")).isEqualTo("本");
  }

  @Rule("R-ALW-10")
  @Test
  void whatIsMoreThanEightDigitsGoesBackInSeveralLots() {
    UnitPrice price = UnitPrice.of(99_999_999);
    assertThat(PricedCount.cut(price, BigDecimal.ONE, Money.of(99_999_999), Limits.ALLOWANCE))
        .containsExactly(written("99999999", "1", 99_999_999, false));
    assertThat(PricedCount.cut(price, BigDecimal.ONE, Money.of(100_000_000), Limits.ALLOWANCE))
        .containsExactly(written("99999999", "1", 99_999_999, true), written("1", "1", 1, true));
    assertThat(PricedCount.cut(price, BigDecimal.TWO, Money.of(199_999_998), Limits.ALLOWANCE))
        .containsExactly(
            written("99999999", "1", 99_999_999, true), written("99999999", "1", 99_999_999, true));
    assertThat(PricedCount.cut(price, BigDecimal.TWO, Money.of(199_999_998), Limits.INVOICE))
        .containsExactly(written("99999999", "2", 199_999_998, false));
    assertThat(PricedCount.cut(price, BigDecimal.ONE, Money.ZERO, Limits.ALLOWANCE))
        .isEqualTo(List.of(written("0", "1", 0, false)));
  }

  @Rule({"R-INV-04", "R-INV-05", "R-ALW-07", "R-ALW-08", "R-ALW-09"})
  @Test
  void whateverIsWrittenFitsItsDocumentAndItsAmount() {
    Property.of(5000)
        .holds(random -> {
          Limits limits = random.nextBoolean() ? Limits.INVOICE : Limits.ALLOWANCE;
          boolean invoice = limits == Limits.INVOICE;
          BigDecimal units =
              BigDecimal.valueOf(
                  random.nextLong(random.nextBoolean() ? 1_000_000_000_000_000L : 1000),
                  random.nextInt(8));
          units = units.compareTo(BigDecimal.valueOf(100_000_000)) < 0 ? units : BigDecimal.ONE;
          UnitPrice price = new UnitPrice(BigDecimal.valueOf(random.nextLong(100_000_000_000L), 7));
          Money amount = Money.of(random.nextLong(invoice ? 1_000_000_000_000L : 100_000_000));
          PricedCount written = PricedCount.of(price, units, amount, limits);
          BigDecimal product = written.price().value().multiply(written.count().value());
          assertThat(product.subtract(BigDecimal.valueOf(amount.twd())).abs())
              .isLessThanOrEqualTo(BigDecimal.ONE);
          assertThat(written.amount()).isEqualTo(amount);
          assertThat(written.count().value().scale()).isLessThanOrEqualTo(invoice ? 7 : 2);
          assertThat(written.price().value()).isLessThan(BigDecimal.TEN.pow(invoice ? 10 : 8));
          if (!written.lot()) {
            assertThat(written.count().value()).isEqualByComparingTo(units);
          } else if (units.signum() > 0
              && units.stripTrailingZeros().scale() <= (invoice ? 7 : 2)) {
            BigDecimal mostPrice = BigDecimal.TEN.pow(invoice ? 10 : 8).subtract(BigDecimal.ONE);
            boolean tooManyUnits = units.compareTo(new BigDecimal("2E7")) > 0;
            BigDecimal dearest = units.multiply(mostPrice);
            assertThat(tooManyUnits || dearest.compareTo(BigDecimal.valueOf(amount.twd())) < 0)
                .isTrue();
          }
        });
  }
}
