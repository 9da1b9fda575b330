package ecpay.domain.check;

import java.util.Optional;

/**
 * Port: answers of the tax authority, kept for a while for all merchants. Only what is fresh, or
 * was when something was kept last, takes room.
 */
public interface Checks {

  /** What was found out last, fresh or not. */
  Optional<Checked> find(Subject subject);

  /**
   * Keeps an answer in place of the one before, and removes answers that were no longer fresh at
   * its time, at least two old ones for each that is kept.
   *
   * @throws IllegalStateException outside a transaction
   */
  void keep(Checked checked);
}
