package ecpay.acceptance.target;

import java.io.IOException;
import java.io.UncheckedIOException;

/** One sandbox and platform for all tests of a run that do not disturb each other. */
public final class SharedSandbox {
  private SharedSandbox() {}

  private static final class Holder {
    private static final SandboxTarget TARGET = start();

    private static SandboxTarget start() {
      try {
        SandboxTarget target = SandboxTarget.start(TestDatabase.settings());
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
