package ecpay.domain.contract;

import ecpay.domain.time.Taipei;
import java.time.Instant;

/**
 * How ECPay says that a contract ended.
 *
 * @param at when it was heard of here, which is never before it was so
 */
public record Ending(PeriodicContract.State state, Instant at) {

  /**
   * Whether that was charged, or tried, although the contract had ended. A charge that ECPay only
   * counts has no time: on the very day of the end it counts as one that came too late, so that a
   * person looks.
   */
  boolean isBefore(Charge charge) {
    return charge.isInferred()
        ? !Taipei.dateOf(charge.at()).isBefore(Taipei.dateOf(at))
        : charge.at().isAfter(at);
  }
}
