package ecpay.acceptance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** One sandbox and platform for all tests of a run that do not disturb each other. */
public final class SharedSandbox {
  private SharedSandbox() {}

  /**
   * A morning early in a two-month term: whatever the time is where the tests run, days can pass
   * without reaching the term's end, nobody is at work at midnight or while ECPay closes its day.
   */
  public static final Instant BEGIN = Instant.parse("2027-03-02T01:00:00Z");

  private static final class Holder {
    private static final SandboxTarget TARGET = start();

    private static SandboxTarget start() {
      try {
        SandboxTarget target = SandboxTarget.start(TestDatabase.settings(), BEGIN);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(target::close));
        return target;
      } catch (IOException cannotListen) {
        throw new UncheckedIOException(cannotListen);
      }
    }
  }

  public static SandboxTarget target() {
    return Holder.TARGET;
  }
}
