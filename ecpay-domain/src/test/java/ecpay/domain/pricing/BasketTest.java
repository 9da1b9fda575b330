package ecpay.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.order.OrderLine;
import ecpay.domain.pricing.Priced.Reduction;
import ecpay.domain.rule.Broken;
import ecpay.domain.rule.Rule;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BasketTest {
  private static final Fee SHIPPING = new Fee("運費", Money.of(60), TaxKind.TAXABLE);

  private static BasketLine line(String price, String quantity, Optional<Discount> discount) {
    return new BasketLine(
        "書",
        new Quantity(new BigDecimal(quantity)),
        "本",
        new UnitPrice(new BigDecimal(price)),
        TaxKind.TAXABLE,
        Optional.empty(),
        discount);
  }

  private static BasketLine line(String price, String quantity) {
    return line(price, quantity, Optional.empty());
  }

  private static BasketLine fixed(String price, String quantity, long amount) {
    BasketLine line = line(price, quantity);
    return new BasketLine(
        line.name(),
        line.quantity(),
        line.unit(),
        line.price(),
        line.tax(),
        Optional.of(Money.of(amount)),
        Optional.empty());
  }

  private static Discount off(long twd) {
    return new Discount.AmountOff("折價券", Money.of(twd));
  }

  private static Discount percent(String percent) {
    return new Discount.PercentOff("折扣", new BigDecimal(percent));
  }

  private static Basket basket(List<BasketLine> lines, Discount... discounts) {
    return new Basket(lines, List.of(discounts), List.of());
  }

  private static List<Long> amounts(Basket basket) {
    return basket.price().lines().stream().map(line -> line.amount().twd()).toList();
  }

  @Rule("R-ORD-06")
  @Test
  void aLineCostsItsPriceTimesItsQuantityOrItsOwnAmount() {
    assertThat(amounts(basket(List.of(line("0.5", "1"), line("0.5", "1"), fixed("33", "3", 98)))))
        .containsExactly(1L, 1L, 98L);
  }

  @Rule({"R-ORD-06", "R-INV-04"})
  @Test
  void aCouponIsSharedByTheGoodsInProportionAndNotByTheFees() {
    Basket basket =
        new Basket(
            List.of(line("100", "1"), line("100", "2"), line("0", "1")),
            List.of(off(100)),
            List.of(SHIPPING));
    Priced priced = basket.price();
    assertThat(priced.lines())
        .extracting(OrderLine::amount)
        .containsExactly(Money.of(67), Money.of(133), Money.ZERO, Money.of(60));
    assertThat(priced.lines().get(1).price()).isEqualTo(new UnitPrice(new BigDecimal("66.5")));
    assertThat(priced.lines().getLast())
        .isEqualTo(
            new OrderLine(
                "運費", Quantity.of(1), "式", UnitPrice.of(60), Money.of(60), TaxKind.TAXABLE));
    assertThat(priced.total()).isEqualTo(Money.of(260));
    assertThat(priced.goods()).isEqualTo(Money.of(300));
    assertThat(priced.fees()).isEqualTo(Money.of(60));
    assertThat(priced.reductions()).containsExactly(new Reduction("折價券", Money.of(100)));
  }

  @Test
  void discountsAreTakenOffInTheirOrderEachOffWhatThoseBeforeLeft() {
    List<BasketLine> goods = List.of(line("1000", "1"));
    assertThat(amounts(basket(goods, percent("10"), off(100)))).containsExactly(800L);
    assertThat(amounts(basket(goods, off(100), percent("10")))).containsExactly(810L);
    assertThat(basket(goods, percent("12.3456"), percent("10")).price().reductions())
        .containsExactly(new Reduction("折扣", Money.of(123)), new Reduction("折扣", Money.of(88)));
  }

  @Test
  void theDiscountOfALineTouchesThatLineAlone() {
    Basket basket = basket(List.of(line("99", "1", Optional.of(percent("50"))), line("99", "1")));
    assertThat(amounts(basket)).containsExactly(50L, 99L);
    assertThat(basket.price().reductions()).containsExactly(new Reduction("折扣", Money.of(49)));
    assertThat(amounts(basket(List.of(line("99", "1", Optional.of(off(99))), line("1", "1")))))
        .containsExactly(0L, 1L);
  }

  @Rule("R-INV-03")
  @Test
  void whatDiscountsLeaveIsRoundedOnce() {
    Optional<Discount> half = Optional.of(percent("50"));
    assertThat(amounts(basket(List.of(line("99", "1", half), line("99", "1", half)))))
        .containsExactly(50L, 49L);
  }

  @Rule("R-ORD-06")
  @Test
  void aDiscountIsAtMostWhatItIsTakenOff() {
    List<BasketLine> goods = List.of(line("100", "1"));
    Basket free = new Basket(goods, List.of(percent("0.5"), off(100)), List.of(SHIPPING));
    assertThat(free.price().total()).isEqualTo(Money.of(60));
    assertThat(free.price().reductions())
        .containsExactly(new Reduction("折扣", Money.ZERO), new Reduction("折價券", Money.of(100)));
    assertThat(
            Broken.rules(
                () -> new Basket(goods, List.of(off(1), off(100)), List.of(SHIPPING)).price()))
        .containsExactly("R-ORD-06 discounts[1].amount");
    assertThat(
            Broken.rules(() ->
                basket(List.of(line("9", "1"), line("100", "1", Optional.of(off(101)))), off(110))
                    .price()))
        .containsExactly("R-ORD-06 lines[1].discount.amount", "R-ORD-06 discounts[0].amount");
  }

  @Rule("R-ORD-04")
  @Test
  void aBasketCostsAtLeastADollar() {
    assertThat(Broken.rules(() -> basket(List.of(line("100", "1")), off(100)).price()))
        .containsExactly("R-ORD-04 total");
    assertThat(amounts(basket(List.of(line("100", "1")), off(99)))).containsExactly(1L);
    assertThat(Broken.rules(() -> basket(List.of(line("0", "1"))).price()))
        .containsExactly("R-ORD-04 total");
  }

  @Rule({"R-INV-04", "R-INV-05", "R-INV-06", "R-ORD-09"})
  @Test
  void whatNoInvoiceTakesIsToldLineByLine() {
    Fee nameless = new Fee(" ", Money.of(1), TaxKind.TAXABLE);
    assertThat(
            Broken.rules(() ->
                new Basket(
                        List.of(
                            fixed("33", "3", 97),
                            line("9999999999", "99999999"),
                            fixed("33", "3", 98)),
                        List.of(off(1000)),
                        List.of(SHIPPING, nameless))
                    .price()))
        .containsExactly(
            "R-INV-04 lines[0].amount", "R-INV-05 lines[1].amount", "R-INV-06 fees[1].name");
  }

  @Rule("R-INV-05")
  @Test
  void aBasketIsWorthAtMostTwelveDigitsBeforeItsDiscounts() {
    BasketLine most = line("9999999999", "100");
    assertThat(basket(List.of(most, line("99", "1"))).price().total())
        .isEqualTo(Money.of(999_999_999_999L));
    assertThat(Broken.rules(() -> basket(List.of(most, line("100", "1")), off(100)).price()))
        .containsExactly("R-INV-05 total");
    Fee much = new Fee("工程", Money.of(999_999_999_999L), TaxKind.EXEMPT);
    OrderLine fee =
        new Basket(List.of(line("0", "1")), List.of(), List.of(much)).price().lines().getLast();
    assertThat(fee.quantity()).isEqualTo(Quantity.of(100));
    assertThat(fee.price()).isEqualTo(new UnitPrice(new BigDecimal("9999999999.99")));
  }

  @Rule("R-INV-06")
  @Test
  void aBasketHasOneTo999LinesWithItsFees() {
    BasketLine book = line("1", "1");
    List<BasketLine> many = Collections.nCopies(998, book);
    assertThat(new Basket(many, List.of(), List.of(SHIPPING)).price().lines()).hasSize(999);
    assertThat(Broken.rules(() -> new Basket(many, List.of(), List.of(SHIPPING, SHIPPING))))
        .containsExactly("R-INV-06 lines");
    assertThat(Broken.rules(() -> new Basket(List.of(), List.of(), List.of(SHIPPING))))
        .containsExactly("R-INV-06 lines");
    assertThat(Broken.rules(() -> basket(Collections.nCopies(999, book)))).isEmpty();
  }

  @Rule("R-ORD-06")
  @Test
  void aBasketHasAtMostTwentyDiscounts() {
    List<BasketLine> goods = List.of(line("100", "1"));
    assertThat(new Basket(goods, Collections.nCopies(20, off(1)), List.of()).price().total())
        .isEqualTo(Money.of(80));
    assertThat(Broken.rules(() -> new Basket(goods, Collections.nCopies(21, off(1)), List.of())))
        .containsExactly("R-ORD-06 discounts");
  }

  @Rule("R-INV-05")
  @Test
  void aPercentageIsMoreThanZeroAndAtMostAHundredWithFourDecimals() {
    assertThat(percent("100.00")).isEqualTo(percent("100"));
    assertThat(Broken.rules(() -> percent("0.0001"))).isEmpty();
    assertThat(Broken.rules(() -> percent("0"))).containsExactly("R-INV-05 percent");
    assertThat(Broken.rules(() -> percent("-1"))).containsExactly("R-INV-05 percent");
    assertThat(Broken.rules(() -> percent("100.0001"))).containsExactly("R-INV-05 percent");
    assertThat(Broken.rules(() -> percent("1.00001"))).containsExactly("R-INV-05 percent");
  }

  @Rule("R-INV-06")
  @Test
  void aDiscountHasAName() {
    assertThat(Broken.rules(() -> new Discount.AmountOff("券".repeat(100), Money.of(1)))).isEmpty();
    assertThat(Broken.rules(() -> new Discount.AmountOff("券".repeat(101), Money.of(1))))
        .containsExactly("R-INV-06 name");
    assertThat(Broken.rules(() -> new Discount.PercentOff(" ", BigDecimal.ONE)))
        .containsExactly("R-INV-06 name");
  }

  @Rule("R-INV-04")
  @Test
  void whereNoPriceFitsTheDiscountedUnitsTheLineBecomesALot() {
    OrderLine lot =
        basket(List.of(line("1", "99999999")), off(54_321_098)).price().lines().getFirst();
    assertThat(lot.amount()).isEqualTo(Money.of(45_678_901));
    assertThat(lot.quantity()).isEqualTo(Quantity.of(1));
    assertThat(lot.unit()).isEqualTo("式");
  }
}
