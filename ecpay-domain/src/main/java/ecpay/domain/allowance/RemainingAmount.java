package ecpay.domain.allowance;

import ecpay.domain.allowance.document.AllowanceDocument;
import ecpay.domain.money.Money;
import ecpay.domain.rule.Violations;
import java.util.Collection;

/** What allowances may still take off an invoice (R-ALW-04). */
public final class RemainingAmount {
  private RemainingAmount() {}

  /** The invoice's total less every allowance that holds its amount. */
  public static Money of(Money invoiceTotal, Collection<? extends Allowance> allowances) {
    long held =
        allowances.stream()
            .filter(Allowance::holdsItsAmount)
            .mapToLong(allowance -> allowance.amount().twd())
            .sum();
    return Money.of(invoiceTotal.twd() - held);
  }

  /**
   * Refuses a further allowance that is more than what remains (R-ALW-02 for the first, R-ALW-03
   * for later ones).
   */
  public static void admit(AllowanceDocument document, Collection<? extends Allowance> allowances) {
    Money remaining = of(document.invoice().total(), allowances);
    Violations.demand(
        !document.amount().isMoreThan(remaining),
        "R-ALW-03",
        "amount",
        "only " + remaining + " of the invoice remain for allowances");
  }
}
