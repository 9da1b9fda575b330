package ecpay.sandbox.aio.form;

import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Fields;

/** The TimeStamp of queries and period actions: Unix seconds, good for three minutes. */
public final class TimeStamp {
  private static final long SECONDS = 180;

  private TimeStamp() {}

  /**
   * Refuses a time stamp that is missing or too far away.
   *
   * @param clock what it is to be read off
   */
  public static void check(Fields fields, SandboxClock clock) {
    var then = fields.requiredWhole("TimeStamp", 0, Long.MAX_VALUE);
    if (Math.abs(clock.age(then)) > SECONDS) {
      throw fields.malformed("TimeStamp", "is more than 3 minutes away");
    }
  }
}
