package ecpay.domain.track;

import ecpay.domain.merchant.MerchantId;
import java.time.Instant;
import java.util.Set;

/**
 * The tracks of a merchant in one term as they were last seen.
 *
 * @param raised the alarms that stand since then and were told already
 * @param at when ECPay was asked
 */
public record SeenTracks(
    MerchantId merchant, TrackStock stock, Set<TrackAlarm> raised, Instant at) {
  public SeenTracks {
    raised = Set.copyOf(raised);
  }
}
