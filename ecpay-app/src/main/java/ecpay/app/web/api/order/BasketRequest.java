package ecpay.app.web.api.order;

import ecpay.app.reading.Words;
import ecpay.app.web.json.Findings;
import ecpay.app.web.json.JsonFields;
import ecpay.domain.money.Money;
import ecpay.domain.money.Quantity;
import ecpay.domain.money.TaxKind;
import ecpay.domain.money.UnitPrice;
import ecpay.domain.pricing.Basket;
import ecpay.domain.pricing.BasketLine;
import ecpay.domain.pricing.Discount;
import ecpay.domain.pricing.Fee;
import ecpay.domain.pricing.Priced;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an order is for and what it costs: its lines, discounts and fees. A broken part of it is
 * reported, and the others are checked all the same.
 *
 * @param basket empty when something in it could not be read
 */
record BasketRequest(Optional<Priced> basket) {
  private static final Quantity SOME_QUANTITY = Quantity.of(1);
  private static final UnitPrice SOME_PRICE = UnitPrice.of(1);
  private static final Money SOME_MONEY = Money.of(1);
  private static final Discount SOME_DISCOUNT = new Discount.AmountOff("stand-in", Money.ZERO);

  static BasketRequest read(JsonFields order, Findings findings) {
    int before = findings.count();
    if (!order.has("lines")) {
      order.refuse("lines", "is required");
    }
    List<BasketLine> lines =
        order.objects("lines").stream().map(line -> line(line, findings)).toList();
    List<Discount> discounts =
        order.objects("discounts").stream().map(one -> discount(one, findings)).toList();
    List<Fee> fees = order.objects("fees").stream().map(BasketRequest::fee).toList();
    if (findings.count() == before) {
      return new BasketRequest(
          findings.check(
              "", () -> Optional.of(new Basket(lines, discounts, fees).price()), Optional.empty()));
    }
    List<BasketLine> atListPrice = lines.stream().map(BasketRequest::withoutDiscount).toList();
    if (!atListPrice.isEmpty()) {
      findings.check(
          "", () -> new Basket(atListPrice, List.of(), List.of()).price().total(), SOME_MONEY);
    }
    return new BasketRequest(Optional.empty());
  }

  private static BasketLine line(JsonFields line, Findings findings) {
    int before = findings.count();
    String name = line.requiredText("name", "stand-in");
    Quantity quantity = line.requiredDecimal("quantity", Quantity::new, SOME_QUANTITY);
    String unit = line.requiredText("unit", "x");
    UnitPrice price = line.requiredDecimal("unitPrice", UnitPrice::new, SOME_PRICE);
    Optional<Money> amount = line.whole("amount", Money::new, SOME_MONEY);
    TaxKind tax = tax(line);
    Optional<Discount> discount = line.object("discount").map(one -> discount(one, findings));
    line.end();
    boolean sound = findings.count() == before;
    return new BasketLine(
        name, quantity, unit, price, tax, sound ? amount : Optional.empty(), discount);
  }

  private static BasketLine withoutDiscount(BasketLine line) {
    return new BasketLine(
        line.name(),
        line.quantity(),
        line.unit(),
        line.price(),
        line.tax(),
        line.amount(),
        Optional.empty());
  }

  private static Discount discount(JsonFields discount, Findings findings) {
    int before = findings.count();
    String name = discount.requiredText("name", "stand-in");
    Optional<Money> amount = discount.whole("amount", Money::new, SOME_MONEY);
    Optional<BigDecimal> percent = discount.decimal("percent", given -> given, BigDecimal.ONE);
    discount.end();
    if (discount.has("amount") == discount.has("percent")) {
      discount.refuse("amount", "give exactly one of amount and percent");
    }
    if (findings.count() > before) {
      return SOME_DISCOUNT;
    }
    return discount.build(
        () ->
            amount
                .<Discount>map(off -> new Discount.AmountOff(name, off))
                .orElseGet(() -> new Discount.PercentOff(name, percent.orElseThrow())),
        SOME_DISCOUNT);
  }

  private static Fee fee(JsonFields fee) {
    String name = fee.requiredText("name", "stand-in");
    Money amount = fee.requiredWhole("amount", Money::new, SOME_MONEY);
    TaxKind tax = tax(fee);
    fee.end();
    return new Fee(name, amount, tax);
  }

  private static TaxKind tax(JsonFields fields) {
    return fields.word("tax", Words::taxKind, Words.of(TaxKind.values())).orElse(TaxKind.TAXABLE);
  }
}
