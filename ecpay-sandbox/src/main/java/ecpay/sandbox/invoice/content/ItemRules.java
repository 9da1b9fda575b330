package ecpay.sandbox.invoice.content;

import ecpay.sandbox.field.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The lines of an invoice and their sum: invoice-b2c.md sections 2 and 5. */
public final class ItemRules {
  private static final BigDecimal WITH_TAX = new BigDecimal("1.05");
  private static final long LARGEST_AMOUNT = 999_999_999_999L;

  private ItemRules() {}

  /** Checks every line and gives SalesAmount, which must be their rounded sum. */
  static long checkedAmount(Fields fields, List<Fields> items) {
    var vatIncluded = vatIncluded(fields);
    var seen = new HashSet<Long>();
    var sum = BigDecimal.ZERO;
    for (var item : items) {
      if (!seen.add(item.requiredWhole("ItemSeq", 1, 999))) {
        throw item.malformed("ItemSeq", "comes twice");
      }
      item.requiredText("ItemName", 500);
      item.requiredText("ItemWord", 6);
      item.text("ItemRemark", 120);
      var count = item.requiredDecimal("ItemCount", 8, 7);
      var price = item.requiredDecimal("ItemPrice", 10, 7);
      var amount = item.requiredDecimal("ItemAmount", 12, 7);
      checkProduct(item, price.multiply(count), amount, vatIncluded);
      sum = sum.add(amount);
    }
    var sales = fields.requiredWhole("SalesAmount", 1, LARGEST_AMOUNT);
    if (sum.setScale(0, RoundingMode.HALF_UP).compareTo(BigDecimal.valueOf(sales)) != 0) {
      throw fields.malformed("SalesAmount", "is not the rounded sum of ItemAmount");
    }
    return sales;
  }

  /** {@code vat} 1 or absent: prices include tax. */
  static boolean vatIncluded(Fields fields) {
    return !fields.choice("vat", Set.of("0", "1")).equals("0");
  }

  /** Prices without tax may come with amounts of either kind, as the sources differ (D-38). */
  private static void checkProduct(
      Fields item, BigDecimal product, BigDecimal amount, boolean vatIncluded) {
    var fits = isWithinOne(product, amount);
    if (!fits && !(!vatIncluded && isWithinOne(product.multiply(WITH_TAX), amount))) {
      throw item.malformed("ItemAmount", "is not ItemPrice x ItemCount");
    }
  }

  public static boolean isWithinOne(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(BigDecimal.ONE) <= 0;
  }
}
