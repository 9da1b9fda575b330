package ecpay.acceptance.actor;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Looks again and again, for a bounded time. */
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(150);

  private Waiting() {}

  static void until(String hope, Duration most, BooleanSupplier fulfilled) {
    until(() -> hope, most, fulfilled);
  }

  /**
   * @param hope what was waited for and how it is now, told when it does not come true
   * @throws StoryFailure when the time is over
   */
  static void until(Supplier<String> hope, Duration most, BooleanSupplier fulfilled) {
    long end = System.nanoTime() + most.toNanos();
    while (!fulfilled.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new StoryFailure("waited " + most.toSeconds() + " s until " + hope.get(), null);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoryFailure("interrupted while waiting", stopped);
    }
  }
}
