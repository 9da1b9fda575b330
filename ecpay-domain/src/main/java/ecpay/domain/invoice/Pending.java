package ecpay.domain.invoice;

import ecpay.domain.answer.Delivery;
import java.time.Instant;

/**
 * A change that is wanted and not yet confirmed. An invoice has one at a time.
 *
 * @param askedAt when the merchant asked for it
 * @param delivery how far its call has come
 */
public record Pending<C extends Change>(C change, Instant askedAt, Delivery delivery) {

  /** A change that is wanted now. */
  public static <C extends Change> Pending<C> of(C change, Instant askedAt) {
    return new Pending<>(change, askedAt, Delivery.Due.NEW);
  }

  /** The same change, its call that far. */
  public Pending<C> with(Delivery changed) {
    return new Pending<>(change, askedAt, changed);
  }
}
