package ecpay.sandbox.callback;

import ecpay.crypto.Digest;
import ecpay.crypto.SpaceEncoding;

/**
 * How callbacks behave until told otherwise.
 *
 * @param deliveries how often each fact is delivered at once, 1 to 100
 * @param reorder whether deliveries that leave together leave in the opposite order
 * @param delayMillis how long a delivery waits first, by the sandbox's clock, 0 to 30 days
 * @param paused whether deliveries are held until they are released
 * @param attempts how often a delivery is tried until the shop answers {@code 1|OK}, 1 to 100
 * @param secondsBetweenRepeats time between two attempts, by the sandbox's clock, 0 to 86,400
 * @param allowanceDigest the digest of the consent callback's CheckMacValue (D-06)
 * @param allowanceSpace how that CheckMacValue writes a space (D-06)
 */
public record CallbackSettings(
    int deliveries,
    boolean reorder,
    long delayMillis,
    boolean paused,
    int attempts,
    int secondsBetweenRepeats,
    Digest allowanceDigest,
    SpaceEncoding allowanceSpace) {
  /** One delivery per fact, up to four attempts ten seconds apart, the MAC of seed 004. */
  public static final CallbackSettings DEFAULT =
      new CallbackSettings(1, false, 0, false, 4, 10, Digest.SHA256, SpaceEncoding.PERCENT20);

  public CallbackSettings {
    within("deliveries", deliveries, 1, 100);
    within("delayMillis", delayMillis, 0, 30L * 86_400_000);
    within("attempts", attempts, 1, 100);
    within("secondsBetweenRepeats", secondsBetweenRepeats, 0, 86_400);
  }

  private static void within(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " must be from " + min + " to " + max);
    }
  }

  public CallbackSettings withDeliveries(int count) {
    return new CallbackSettings(
        count,
        reorder,
        delayMillis,
        paused,
        attempts,
        secondsBetweenRepeats,
        allowanceDigest,
        allowanceSpace);
  }

  /** The bound and the spacing of repeats after a failed delivery. */
  public CallbackSettings withRepeats(int most, int seconds) {
    return new CallbackSettings(
        deliveries, reorder, delayMillis, paused, most, seconds, allowanceDigest, allowanceSpace);
  }
}
