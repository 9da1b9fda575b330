package ecpay.domain.invoice.document;

import ecpay.domain.money.Money;
import ecpay.domain.money.Rounding;
import ecpay.domain.money.Shares;
import ecpay.domain.money.TaxKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * How an invoice divides by tax, for display and bookkeeping: whole TWD that add up to its
 * SalesAmount.
 *
 * @param taxableNet what is taxed at 5 %, without the tax
 * @param tax the 5 %: the tax-included part less {@code round(part / 1.05)}
 * @param zeroRated taxed at zero
 * @param exempt not taxed
 * @param specialRate all of an invoice of TaxType 4, whose tax is not told apart; no order becomes
 *     one
 */
public record TaxSplit(
    Money taxableNet, Money tax, Money zeroRated, Money exempt, Money specialRate) {

  /** The split of an invoice. */
  public static TaxSplit of(InvoiceDocument document) {
    if (document.taxation().tax() == TaxType.SPECIAL_RATE) {
      return new TaxSplit(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, document.salesAmount());
    }
    List<Money> dollars =
        Shares.of(
            List.of(
                sum(document, TaxKind.TAXABLE),
                sum(document, TaxKind.ZERO_RATED),
                sum(document, TaxKind.EXEMPT)));
    return of(dollars.get(0), dollars.get(1), dollars.get(2));
  }

  /**
   * The split of amounts by kind.
   *
   * @param taxable at 5 %, tax included
   */
  public static TaxSplit of(Money taxable, Money zeroRated, Money exempt) {
    Money net =
        Rounding.toWholeDollars(
            BigDecimal.valueOf(taxable.twd()).movePointRight(2), BigDecimal.valueOf(105));
    return new TaxSplit(net, taxable.minus(net), zeroRated, exempt, Money.ZERO);
  }

  private static BigDecimal sum(InvoiceDocument document, TaxKind kind) {
    return document.items().stream()
        .filter(item -> item.tax().orElse(kindOf(document.taxation().tax())) == kind)
        .map(InvoiceItem::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** An item without a kind of its own is taxed like its invoice (R-INV-20). */
  private static TaxKind kindOf(TaxType invoice) {
    return switch (invoice) {
      case TAXABLE, MIXED, SPECIAL_RATE -> TaxKind.TAXABLE;
      case ZERO_RATED -> TaxKind.ZERO_RATED;
      case EXEMPT -> TaxKind.EXEMPT;
    };
  }
}
