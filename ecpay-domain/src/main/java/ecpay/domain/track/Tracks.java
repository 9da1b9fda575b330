package ecpay.domain.track;

import ecpay.domain.merchant.MerchantId;
import java.util.Optional;

/** Port: the tracks as they were last seen, one row per merchant and term. */
public interface Tracks {

  /**
   * Holds the tracks of a merchant until the running transaction ends: nobody else can save any in
   * between, whether or not there are rows already.
   *
   * @throws IllegalStateException outside a transaction
   */
  void lock(MerchantId merchant);

  /**
   * Keeps what was seen in place of what was seen before of that merchant and term.
   *
   * @throws IllegalStateException unless this transaction holds {@link #lock}
   */
  void save(SeenTracks seen);

  /** What was last seen, with its alarms and its time. */
  Optional<SeenTracks> find(MerchantId merchant, Term term);
}
