package ecpay.app.command.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A stream that is closed under its reader when one read takes too long. */
final class StallGuard extends FilterInputStream {
  private final Duration patience;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  StallGuard(InputStream in, Duration patience) {
    super(in);
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Future<?> alarm = clock.schedule(this::cut, patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return in.read(bytes, offset, length);
    } finally {
      alarm.cancel(false);
    }
  }

  private Void cut() throws IOException {
    in.close();
    return null;
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    super.close();
  }
}
