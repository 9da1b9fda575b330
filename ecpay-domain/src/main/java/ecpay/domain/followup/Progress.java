package ecpay.domain.followup;

import java.time.Instant;

/** How far one run of a follow-up has come. */
public sealed interface Progress {

  /** Nothing is left to do. */
  record Done() implements Progress {}

  /** Nothing can be done before that time. */
  record WaitUntil(Instant at) implements Progress {}

  /**
   * It did not work out yet; try again after a pause that grows.
   *
   * @param reason for an operator
   */
  record TryAgain(String reason) implements Progress {}

  Progress DONE = new Done();
}
