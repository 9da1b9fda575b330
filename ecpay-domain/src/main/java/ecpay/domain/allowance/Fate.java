package ecpay.domain.allowance;

import ecpay.domain.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * What ECPay's remaining amount tells about an allowance whose answer was lost. ECPay has no key
 * for allowances, so while others are in doubt, too, the amount tells something only when it holds
 * for all of them alike.
 */
public enum Fate {
  /** ECPay holds its amount. */
  TOOK_PLACE,
  /** ECPay does not hold it. */
  NEVER_TOOK_PLACE,
  /** ECPay holds something, which may be another one's. */
  UNCLEAR,
  /** Nothing in our books explains ECPay's figure. */
  CONTRADICTED;

  /**
   * Reads ECPay's figure.
   *
   * @param lost the allowance in question, one of {@code all}
   * @param all the allowances of the invoice, as they were before ECPay was asked and still are
   */
  public static Fate of(
      Allowance lost, Collection<? extends Allowance> all, Money ecpays, Instant now) {
    long inDoubt = inDoubt(all, now);
    long held = heldInDoubt(lost.draft().document().invoice().total(), all, ecpays, now);
    if (held == 0) {
      return NEVER_TOOK_PLACE;
    }
    if (held == inDoubt) {
      return TOOK_PLACE;
    }
    boolean others = inDoubt > lost.amount().twd();
    return others && held > 0 && held < inDoubt ? UNCLEAR : CONTRADICTED;
  }

  /** Whether ECPay's figure can stand beside our books (R-ALW-29). */
  public static boolean explains(
      Money total, Collection<? extends Allowance> all, Money ecpays, Instant now) {
    long held = heldInDoubt(total, all, ecpays, now);
    return held >= 0 && held <= inDoubt(all, now);
  }

  private static long heldInDoubt(
      Money total, Collection<? extends Allowance> all, Money ecpays, Instant now) {
    return total.twd() - sum(all, allowance -> allowance.surelyHoldsAt(now)) - ecpays.twd();
  }

  private static long inDoubt(Collection<? extends Allowance> all, Instant now) {
    return sum(all, one -> one.holdsItsAmount() && !one.surelyHoldsAt(now));
  }

  private static long sum(Collection<? extends Allowance> all, Predicate<Allowance> counts) {
    return all.stream().filter(counts).mapToLong(allowance -> allowance.amount().twd()).sum();
  }
}
