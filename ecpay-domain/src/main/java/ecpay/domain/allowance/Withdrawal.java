package ecpay.domain.allowance;

import ecpay.domain.answer.Delivery;
import java.time.Instant;

/**
 * The wish to take an allowance back: cancel it while it waits for consent (R-ALW-24), void it once
 * it exists (R-ALW-25).
 *
 * @param askedAt when the merchant asked for it
 * @param delivery how far its call has come
 */
public record Withdrawal(Reason reason, Instant askedAt, Delivery delivery) {

  /** A wish of now. */
  public static Withdrawal of(Reason reason, Instant askedAt) {
    return new Withdrawal(reason, askedAt, Delivery.Due.NEW);
  }

  /** The same wish, its call that far. */
  public Withdrawal with(Delivery changed) {
    return new Withdrawal(reason, askedAt, changed);
  }
}
