package ecpay.domain.followup;

import java.time.Instant;

/**
 * Port: the schedule of follow-ups. Scheduling belongs to the running transaction. A follow-up that
 * is scheduled already is moved to the earlier of the two times; it is never there twice.
 */
public interface FollowUps {
  void schedule(FollowUp followUp, Instant due);

  /** {@link #schedule}, but one that is scheduled already stays as it is. */
  void scheduleUnlessThere(FollowUp followUp, Instant due);
}
