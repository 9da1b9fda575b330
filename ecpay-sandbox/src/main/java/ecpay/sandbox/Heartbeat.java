package ecpay.sandbox;

import ecpay.sandbox.ledger.Ledger;
import java.time.Duration;

/**
 * Settles the ledger once a second, so that what falls due by itself, a delayed invoice and its
 * callback, happens in time although nobody calls.
 */
final class Heartbeat implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final Thread thread;

  private Heartbeat(Thread thread) {
    this.thread = thread;
  }

  static Heartbeat start(Ledger ledger) {
    return new Heartbeat(Thread.ofVirtual().name("sandbox-heartbeat").start(() -> beat(ledger)));
  }

  private static void beat(Ledger ledger) {
    try {
      while (true) {
        Thread.sleep(BEAT);
        ledger.settle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
